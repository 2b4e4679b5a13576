-- 各省、各年度的合计：一行一个数。
select province, year, key, sum(number) as total, count(*) as figures
from added
group by all
order by all;
