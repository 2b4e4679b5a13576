-- 各省、各年度的申请是怎样办理的：一行一种办理结果，大项在前；份额是占当年办结的百分之几。
with outcomes as (
    select province, year, split_part(key, '.', 2) as outcome, sum(number) as requests
    from leaves
    where key like 'requests.%' and not regexp_matches(key, '^requests\.(received|carried_in|carried_out)\.')
    group by all
)
select *, round(100 * requests / nullif(sum(requests) over (partition by province, year), 0), 1) as share
from outcomes
order by province, year, requests desc, outcome;
