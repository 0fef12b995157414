SELECT ticker, window_start, count(*) AS copies
FROM ${table}
WHERE year = date_format(current_date, '%Y')
  AND month = date_format(current_date, '%m')
  AND day = date_format(current_date, '%d')
GROUP BY ticker, window_start, record_count
HAVING count(*) > 1
