package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/disk"
)

// typed are the arguments of a call as they were typed: with the dashes, spaces, quotes and letters of Chinese keyboards and word
// processors, with one dash where two are due, with options before the command. What can mean one thing only is that; a file that
// really has the name goes first.
type typed struct {
	root  *cobra.Command
	given map[string]string // the options so far and their values
	args  []string          // as they are meant
	verb  string
}

// meant puts the arguments as they were typed into those that the commands know.
func meant(root *cobra.Command, args []string) ([]string, error) {
	if isCompleting(args) { // what is typed is not whole yet
		return args, nil
	}
	t := typed{root: root, given: map[string]string{}}
	args = t.apart(args)
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			t.args = append(append(t.args, arg), args...)
			break
		}
		var err error
		if o, ok := t.option(arg); ok {
			if file, isFile := dashedFile(o, arg); isFile {
				t.args = append(t.args, file)
				continue
			}
			if o.flag == nil && filepath.Ext(arg) != "" && !o.valued {
				return nil, fmt.Errorf("没有叫“%s”的文件，也没有这个选项", arg)
			}
			args, err = t.take(o, args)
		} else {
			err = t.other(arg)
		}
		if err != nil {
			return nil, err
		}
	}
	if _, asked := t.given["version"]; asked {
		return []string{"version"}, nil
	}
	if t.verb != "" {
		t.args = append([]string{t.verb}, t.args...)
	}
	return t.args, nil
}

// apart takes apart what a wide or hard space joins, which no shell does: a command and what is behind it, an option and its value,
// files. What may be one value or one name stays: 清溪镇　人民政府.
func (t *typed) apart(args []string) (all []string) {
	isOption := func(arg string) bool {
		o, ok := t.option(arg)
		return ok && o.flag != nil && !o.valued
	}
	for i, arg := range args {
		parts := strings.FieldsFunc(arg, isWideSpace)
		switch {
		case len(parts) == 0, disk.Exists(arg), len(parts) == 1 && isMissing(parts[0]): // 　填报.xlsx is 填报.xlsx
			parts = []string{arg}
		case len(parts) == 1:
		case i == 0 && verbNamed(t.root, parts[0]) != nil, slices.ContainsFunc(parts, isOption):
		case i > 0 && isOption(args[i-1]), slices.ContainsFunc(parts, isMissing):
			parts = []string{arg}
		}
		all = append(all, parts...)
	}
	return all
}

func isWideSpace(r rune) bool { return r == '\u3000' || r == '\u00a0' }

// isDash tells the dashes that stand where a Chinese keyboard or a word processor was asked for a hyphen.
func isDash(r rune) bool { return strings.ContainsRune("-－﹣‐‑‒–—―−─⸺ー", r) }

// halfWidth has letters, digits and signs in the width that options are written in.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r > '！' && r <= '～':
			return r - '！' + '!'
		case isWideSpace(r):
			return ' '
		}
		return r
	}, s)
}

// option is an argument that is one.
type option struct {
	flag   *pflag.Flag // nil for an unknown one
	name   string      // in the letters of options, or as it was typed if it is unknown; without dashes
	value  string
	valued bool // the value is in the argument
	glued  bool // with nothing before it: -o报告
}

// option takes an argument as an option.
func (t *typed) option(arg string) (o option, ok bool) {
	if slices.Contains([]string{"/?", "/h", "/help", "-?"}, strings.ToLower(arg)) { // as in Windows
		return option{flag: t.flag("help"), name: "help"}, isMissing(arg)
	}
	body := strings.TrimLeftFunc(arg, isDash)
	isHyphen := strings.HasPrefix(arg, "-")
	if body == arg || body == "" || !isHyphen && !isMissing(arg) {
		return option{}, false
	}
	name, sign := body, strings.IndexAny(body, "=＝:：")
	if sign > 0 {
		_, width := utf8.DecodeRuneInString(body[sign:])
		o.valued, o.value, name = true, body[sign+width:], body[:sign]
	}
	o.name = strings.ReplaceAll(strings.ToLower(halfWidth(name)), "_", "-")
	if o.flag = t.flag(o.name); o.flag != nil {
		return o, true
	}
	_, width := utf8.DecodeRuneInString(body)
	letter, rest := strings.ToLower(body[:width]), body[width:]
	if f := t.flag(letter); f != nil && isHyphen && !strings.HasPrefix(arg, "--") {
		return option{flag: f, name: letter, value: rest, valued: true, glued: true}, true
	}
	return option{name: name}, isHyphen || isOptionWord(o.name) // else it is a file whose name begins with a dash
}

// dashedFile is the name of a file that begins with a hyphen, as a shell puts it for *.xlsx, so that no command takes it for an option. It
// goes before what is no whole name of an option: -o镇.xlsx.
func dashedFile(o option, arg string) (string, bool) {
	if o.flag != nil && !o.glued || isMissing(arg) || !strings.HasPrefix(arg, "-") {
		return "", false
	}
	return "." + string(filepath.Separator) + arg, true
}

// isOptionWord tells what options are made of from names of files.
func isOptionWord(name string) bool {
	return flagsCalled.of(name) != nil || name != "" && strings.IndexFunc(name, func(r rune) bool { return r != '-' && (r > unicode.MaxASCII || !unicode.IsLetter(r)) }) < 0
}

// flag is the option of a name or a letter, whichever command has it; nil if none has.
func (t *typed) flag(name string) (found *pflag.Flag) {
	for _, cmd := range append(t.root.Commands(), t.root) {
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			f := flags.Lookup(name)
			if len(name) == 1 {
				f = flags.ShorthandLookup(name)
			}
			if f != nil {
				return f
			}
		}
	}
	return nil
}

// take takes an option, and its value from the arguments behind it. It gives back the others.
func (t *typed) take(o option, rest []string) ([]string, error) {
	if o.flag == nil {
		t.args = append(t.args, "--"+o.name)
		return rest, nil
	}
	if o.glued { // -outptu is none of -o
		if meant := near(o.name+o.value, longNames(t.root)); meant != nil {
			return nil, fmt.Errorf("“-%s”分不清是什么，是不是 --%s？", o.name+o.value, strings.Join(meant, " 或 --"))
		}
	}
	what, _ := pflag.UnquoteUsage(o.flag)
	switch {
	case o.flag.NoOptDefVal != "" && o.valued: // of yes and no
		return nil, fmt.Errorf("选项 %s 后面不写内容，请去掉“%s”", dashed(o.name), o.value)
	case o.flag.NoOptDefVal != "":
		t.given[o.flag.Name] = ""
		t.args = append(t.args, "--"+o.flag.Name)
		return rest, nil
	case o.valued:
	case len(rest) == 0:
		return nil, fmt.Errorf("选项 %s 后面要写上%s", dashed(o.name), what)
	default:
		o.value, rest = rest[0], rest[1:]
		if other, ok := t.option(o.value); ok && other.flag != nil {
			return nil, fmt.Errorf("选项 %s 后面要写上%s，不是另一个选项“%s”", dashed(o.name), what, o.value)
		}
	}
	value, err := unquoted(o.value, runtime.GOOS == "windows")
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(value) == "" {
		return nil, fmt.Errorf("选项 %s 后面的%s是空的，请写上，或者去掉这个选项", dashed(o.name), what)
	}
	if before, twice := t.given[o.flag.Name]; twice && !t.takesSeveral(o.flag.Name) {
		return nil, fmt.Errorf("选项 %s 写了两次（“%s”和“%s”），请只留一个", dashed(o.name), before, value)
	}
	t.given[o.flag.Name] = value
	t.args = append(t.args, "--"+o.flag.Name+"="+value)
	return rest, nil
}

// takesSeveral says whether the command before an option takes it several times.
func (t *typed) takesSeveral(name string) bool {
	cmd := verbNamed(t.root, t.verb)
	if cmd == nil {
		return false
	}
	f := cmd.Flags().Lookup(name)
	return f != nil && f.Value.Type() == "stringArray"
}

// other takes an argument that is no option: the command, if it is the first, or what the command is about.
func (t *typed) other(arg string) error {
	arg, err := unquoted(arg, runtime.GOOS == "windows")
	if err != nil {
		return err
	}
	if strings.TrimSpace(arg) == "" {
		return errors.New("有一处是空的，请写上内容，或者去掉")
	}
	word := strings.ToLower(halfWidth(arg))
	first := t.verb == "" && !slices.ContainsFunc(t.args, func(before string) bool { return !strings.HasPrefix(before, "-") })
	if first && verbNamed(t.root, word) != nil && (word == arg || isMissing(arg)) {
		t.verb = word
		return nil
	}
	t.args = append(t.args, arg)
	return nil
}

// unquoted is an argument without the quotes that a shell leaves: those of Chinese, ' in that of Windows, and there the last of
// "D:\各镇\", which its \ keeps. A quote further inside has swallowed other arguments.
func unquoted(arg string, windows bool) (string, error) {
	for _, marks := range []string{"“”", "‘’", "「」", "＂＂", "''"} {
		left, right := marks[:len(marks)/2], marks[len(marks)/2:]
		inner, begins := strings.CutPrefix(arg, left)
		inner, ends := strings.CutSuffix(inner, right)
		if begins && ends && !disk.Exists(arg) {
			return inner, nil
		}
	}
	if before, behind, quoted := strings.Cut(arg, `"`); windows && quoted { // which no name has there
		if behind != "" {
			return "", fmt.Errorf("“%s”里有引号：文件夹的名称写在引号里的，末尾不要写“\\”", arg)
		}
		if strings.HasSuffix(before, ":") { // of "D:\", whose name without \ is another folder's
			before += `\`
		}
		return before, nil
	}
	return arg, nil
}

// verbNamed is the command of a name in either language; nil if there is none.
func verbNamed(root *cobra.Command, name string) *cobra.Command {
	for _, cmd := range root.Commands() {
		if cmd.Name() == name || cmd.HasAlias(name) {
			return cmd
		}
	}
	return nil
}

// isMissing tells what is no file here.
func isMissing(name string) bool { return !disk.Exists(name) }
