package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/internal/office"
)

type settingsOptions struct {
	rules, members string
	output         string
	force          bool
}

func newSettings(c *console) *cobra.Command {
	o := settingsOptions{}
	cmd := &cobra.Command{
		Use:     "settings",
		Aliases: []string{"设置"},
		Short:   "生成本县设置（Excel）：名单、期限、易错词、扣分、规则级别……",
		Long: "生成一个工作簿，县里要定的都写在里面：单位名单、期限、易错词、扣分、相邻单位、规则的级别、附表的指标，各一页，有下拉列表和说明。\n" +
			"填好存盘，交给校验、生成、打包的 --rules，汇总的 --members；给各单位生成填报表，用“模板 --members”。\n" +
			"已经有规定（YAML）、名单（CSV）的，用 --rules、--members 写上，带到工作簿里；有写错的，说出是哪一页哪一格。",
		Example: "  nianbao 设置 -o 本县设置.xlsx\n  nianbao 设置 --rules 本县.yaml --members 名单.csv -o 本县设置.xlsx",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("“%s”前面要写明是什么：规定用 --rules，名单用 --members，文件名用 -o", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return runSettings(c, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.rules, "rules", "", "带进来的规定（YAML`文件`，或者以前的本县设置）")
	f.StringVar(&o.members, "members", "", "带进来的`名单`（CSV或Excel）")
	f.StringVarP(&o.output, "output", "o", office.SettingsName+".xlsx", "工作簿的`文件名`")
	forceOption(f, &o.force, "文件")
	return cmd
}

func runSettings(c *console, o settingsOptions) error {
	county := &office.County{}
	if o.rules != "" {
		from, err := c.county("rules", o.rules, office.ReadRules)
		if err != nil {
			return err
		}
		county = from
	}
	if o.members != "" {
		from, err := c.county("members", o.members, office.ReadMembers)
		if err != nil {
			return err
		}
		county.Members = from.Members
	}
	if err := c.newFile(o.output, o.force, []string{".xlsx"}, county.Write); err != nil {
		return err
	}
	if o.output == standard {
		return nil
	}
	told := c.tells(o.output)
	told.say("已生成本县设置：%s\n", o.output)
	if n := len(county.Members); n > 0 {
		told.say("名单里有%d个单位。\n", n)
	} else {
		told.say("填好各页（至少“名单”和“期限”），存盘，再用它给各单位生成填报表、校验、汇总。\n")
	}
	return nil
}

// county reads what an office lays down from the file of an option, and tells what in it was passed over.
func (c *console) county(option, file string, read func([]byte) (*office.County, error)) (*office.County, error) {
	if file == standard {
		return nil, notFromStandard(option)
	}
	c.files.Keep(file)
	county, err := parsed(file, read)
	if err != nil {
		return nil, err
	}
	for _, note := range county.Notes {
		c.err.say("%s：%s。\n", file, note)
	}
	return county, nil
}

// notFromStandard is the error of an option that takes no standard input.
func notFromStandard(option string) error {
	return fmt.Errorf("选项 --%s 不能从标准输入（-）读，请写文件名", option)
}
