-- 读到的每一个数：一行一个，列和 nianbao 汇总 --long 写的一样。
select unit, level, year, edition, key, value, file from figures order by file, key;
