-- What was published.

CREATE TABLE attainment AS
SELECT * EXCLUDE (time_period), split_part(time_period, '-', 2)::INTEGER AS "month"
FROM read_parquet(
    getvariable('parquet') || '/attainment/*/part.parquet', hive_partitioning = false)
WHERE split_part(time_period, '-', 1)::INTEGER = getvariable('year');
