-- Rules that the latest totals break, so that counting them over all reports reads no totals.
alter table report
    add column errors   int generated always as
        (jsonb_array_length(jsonb_path_query_array(totals, '$.findings[*] ? (@.severity == "error")'))) stored,
    add column warnings int generated always as
        (jsonb_array_length(jsonb_path_query_array(totals, '$.findings[*] ? (@.severity == "warning")'))) stored;
