SELECT *
FROM ${table}
WHERE year = date_format(current_date, '%Y')
  AND month = date_format(current_date, '%m')
  AND day = date_format(current_date, '%d')
ORDER BY window_end DESC
LIMIT 100
