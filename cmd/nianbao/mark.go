package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/pflag"

	"nianbao/internal/chinese"
	"nianbao/internal/job"
	"nianbao/internal/pattern"
)

// markOptions say which report is made.
type markOptions struct {
	draft bool
	mark  markOption
}

func (o *markOptions) register(f *pflag.FlagSet) {
	f.BoolVar(&o.draft, "draft", false, "有强制问题也生成，每页和文件名都标上“草稿”")
	f.Var(&o.mark, "mark", "每页标上的`字样`：草稿（同 --draft），或送审稿：没有强制问题才生成，印上第几稿和内容码，另附发布审核单")
}

// marking is what was asked for. The error is one plain sentence.
func (o markOptions) marking() (job.Marking, error) {
	switch {
	case o.draft && o.mark.marking == job.Review:
		return job.Final, errors.New("--draft 和 --mark 送审稿 不能一起用：有强制问题的只能是草稿，送审稿请先改正")
	case o.draft:
		return job.Draft, nil
	}
	return o.mark.marking, nil
}

// markOption is a mark by its word. Review copies are counted by those that lie there, unless their number is given: 送审稿3.
type markOption struct {
	marking job.Marking
	number  int // 0 to count
}

var reviewTyped = pattern.New(`^(?:送审稿?)?(?:第?([0-9]{1,3})稿?)?$`)

func (o *markOption) String() string { return "" }

func (o *markOption) Type() string { return "string" }

func (o *markOption) Set(typed string) error {
	typed = chinese.Unspaced(chinese.HalfWidth(typed))
	switch m := reviewTyped.FindStringSubmatch(typed); {
	case typed == "草稿" || typed == "draft":
		*o = markOption{marking: job.Draft}
	case typed == "review":
		*o = markOption{marking: job.Review}
	case m != nil && typed != "":
		number, _ := strconv.Atoi(m[1])
		if m[1] != "" && number == 0 {
			return errors.New("稿次从1数起，如：送审稿2")
		}
		*o = markOption{job.Review, number}
	default:
		return fmt.Errorf("没有“%s”这种字样，可用的有：草稿、送审稿（要写明第几稿的，写成送审稿2）", typed)
	}
	return nil
}
