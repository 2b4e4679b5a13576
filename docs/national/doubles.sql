-- 同一单位、同一年度交了几份的。same：数都相同，合计里算了一份；不同的一份也没有算。
select unit, year, count(*) as reports, count(distinct content) = 1 as same, list(file order by file) as files
from contents
where unit <> '' and year > 0
group by unit, year
having count(*) > 1
order by all;
