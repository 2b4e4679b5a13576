-- 各省、各年度通过、不通过、读不了的各有几份。读不了的不知道年度。
select province, year, verdict, count(*) as reports, sum(fatal) as fatal, sum(query) as query
from reports
group by all
order by all;
