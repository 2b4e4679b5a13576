package chinese

// The parts that reports divide a year into, as lists for pattern.NewWords.
const (
	Halves           = "上半年 下半年"
	Quarters         = "一季度 二季度 三季度 四季度"
	NumberedQuarters = "第一季度 第二季度 第三季度 第四季度"
)
