-- 其他查询都从这几张表来。在结果文件夹里运行。

-- 一行一个数。province 是文件路径里省、自治区、直辖市那一级的文件夹。
create view figures as
select
    regexp_extract(file, '(?:^|/)([^/]+(?:省|自治区|兵团)|北京市|天津市|上海市|重庆市)/', 1) as province,
    file, unit, level, year, edition, key, value,
    -- 2019版的采购金额带着单位，折成万元；不是数的是空
    case
        when value like '%万元' then try_cast(left(value, -2) as decimal(38, 8))
        when value like '%元' then try_cast(try_cast(left(value, -1) as decimal(30, 4)) * 0.0001 as decimal(38, 8))
        else try_cast(value as decimal(38, 8))
    end as number
from read_parquet('kind=figure/*.parquet');

-- 一行一份。
create view reports as
select
    regexp_extract(file, '(?:^|/)([^/]+(?:省|自治区|兵团)|北京市|天津市|上海市|重庆市)/', 1) as province,
    file, unit, year, edition, verdict, fatal, query, info, explained, error
from read_parquet('kind=report/*.parquet');

-- 每一份里的数合成一个值，数相同的值相同（一份里一个键只有一次，所以先后没有关系）。
create view contents as
select file, unit, year, edition, bit_xor(md5_number(key || '=' || coalesce(cast(number as varchar), value))) as content
from figures
group by file, unit, year, edition;

-- 加进合计的：知道单位和年度，格式对；一个单位一个年度有几份的，数都相同的只算一份，不相同的都不算。
create table counted as
select min(file) as file, unit, year
from contents
where unit <> '' and year > 0
group by unit, year
having count(distinct content) = 1 and min(edition) = max(edition) and min(edition) = if(year < 2021, '2019', '2021');

-- 合计不看填的，由分项加：一个分项算进它自己，也算进包括它的各个合计。
create view leaves as
select f.* from figures f join counted using (file, unit, year)
where number is not null and not (key like 'requests.%' and key like '%.total' or key like 'requests.total.%' or key like 'disputes.%.total');

create view added as
select * from leaves
union all by name
select * replace (regexp_replace(key, '[^.]+$', 'total') as key) from leaves where key like 'requests.%' or key like 'disputes.%'
union all by name
select * replace (regexp_replace(key, '^requests\..*\.', 'requests.total.') as key) from leaves
where key like 'requests.%' and not regexp_matches(key, '^requests\.(received|carried_in|carried_out)\.')
union all by name
select * replace ('requests.total.total' as key) from leaves
where key like 'requests.%' and not regexp_matches(key, '^requests\.(received|carried_in|carried_out)\.');
