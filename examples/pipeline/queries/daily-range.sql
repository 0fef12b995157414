SELECT ticker, min(price_min) AS low, max(price_max) AS high, sum(volume_sum) AS volume
FROM (SELECT *, row_number() OVER (PARTITION BY ticker, window_start ORDER BY record_count DESC) AS copy
FROM ${table}
WHERE year = date_format(current_date, '%Y')
  AND month = date_format(current_date, '%m')
  AND day = date_format(current_date, '%d'))
WHERE copy = 1
GROUP BY ticker
ORDER BY ticker
