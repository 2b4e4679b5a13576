-- 没有加进合计的：读不了的，没有单位或者年度的，格式不对的，交重了而数不同的；以及加进去的各份里不是数的格、只填了合计没有填分项的。
select file, unit, year, null as key, coalesce(error, '没有算进合计：没有单位或年度、格式不对，或者交了几份') as why
from reports
where not exists (from counted c join contents k using (unit, year) where k.file = reports.file)
union all
select file, unit, year, key, '不是数：' || value
from figures join counted using (file, unit, year)
where number is null
union all
select file, unit, year, key, '只有合计，没有分项：' || value
from figures t join counted using (file, unit, year)
where number <> 0 and (key like 'requests.%.total' or key like 'disputes.%.total')
    and not exists (from added a where a.file = t.file and a.key = t.key)
order by all;
