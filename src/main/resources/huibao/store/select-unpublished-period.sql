-- Whether forms of a period were judged again since it was published. Parameter: period.
SELECT EXISTS (SELECT 1 FROM unpublished_period WHERE time_period = ?) AS found
