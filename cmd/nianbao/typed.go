package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/disk"
)

// typed are the arguments of a call as they were typed: with the dashes, spaces, quotes and letters of Chinese keyboards and word
// processors, with one dash where two are due, with options before the command. What can mean one thing only is that; a file that really has the name goes first.
type typed struct {
	root  *cobra.Command
	given map[string]string // the values of options so far, by the options' names
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
		if name, _, ok := t.option(arg); ok && t.flag(name) == t.root.Flags().Lookup("version") && t.flag(name) != nil {
			return []string{"version"}, nil
		}
		if arg == "--" {
			t.args = append(append(t.args, arg), args...)
			break
		}
		var err error
		if name, value, ok := t.option(arg); ok {
			args, err = t.take(name, value, args)
		} else {
			err = t.other(arg)
		}
		if err != nil {
			return nil, err
		}
	}
	if t.verb != "" {
		t.args = append([]string{t.verb}, t.args...)
	}
	return t.args, nil
}

// apart takes apart what a wide or hard space joins, which no shell does: a command and what is behind it, an option and its value, files.
func (t *typed) apart(args []string) (all []string) {
	isOption := func(arg string) bool {
		name, value, ok := t.option(arg)
		return ok && value == "" && t.flag(name) != nil
	}
	for i, arg := range args {
		parts := strings.FieldsFunc(arg, isWideSpace)
		switch {
		case len(parts) < 2, disk.Exists(arg), i > 0 && isOption(args[i-1]): // the value of an option has such spaces of its own
			parts = []string{arg}
		case i == 0 && verbNamed(t.root, parts[0]) != nil, isOption(parts[0]), slices.ContainsFunc(parts[1:], isOption):
		case slices.ContainsFunc(parts, isMissing):
			parts = []string{arg}
		}
		all = append(all, parts...)
	}
	return all
}

func isWideSpace(r rune) bool { return r == '\u3000' || r == '\u00a0' }

func firstOf(s string) rune { return append([]rune(s), 0)[0] }

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

// option takes an argument as an option. name is in the letters of the options, without dashes; value has the sign before it.
func (t *typed) option(arg string) (name, value string, ok bool) {
	if slices.Contains([]string{"/?", "/h", "/help", "-?"}, strings.ToLower(arg)) { // as in Windows
		return "help", "", !disk.Exists(arg)
	}
	body := strings.TrimLeftFunc(arg, isDash)
	if body == arg || body == "" || arg[0] != '-' && disk.Exists(arg) {
		return "", "", false
	}
	name, value = body, ""
	if at := strings.IndexAny(body, "=＝:："); at > 0 {
		name, value = body[:at], body[at:]
	}
	folded := strings.ReplaceAll(strings.ToLower(halfWidth(name)), "_", "-")
	letter := string(firstOf(body))
	switch {
	case t.flag(folded) != nil, strings.HasPrefix(arg, "--"):
	case arg[0] != '-' && !isOptionWord(folded): // a file whose name begins with a dash
		return "", "", false
	case arg[0] == '-' && t.flag(strings.ToLower(letter)) != nil: // -o报告
		return strings.ToLower(letter), body[len(letter):], true
	}
	if t.flag(folded) != nil {
		return folded, value, true
	}
	return name, "", true // unknown, which is told with the command
}

// isOptionWord tells what options are made of from names of files.
func isOptionWord(name string) bool {
	_, called := flagsCalled[name]
	return called || name != "" && strings.IndexFunc(name, func(r rune) bool { return r != '-' && (r > unicode.MaxASCII || !unicode.IsLetter(r)) }) < 0
}

// flag is the option of a name or a letter, whichever command has it.
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
func (t *typed) take(name, value string, rest []string) ([]string, error) {
	f := t.flag(name)
	if f == nil {
		t.args = append(t.args, "--"+name)
		return rest, nil
	}
	glued := len(name) == 1 && value != "" && firstOf(value) != '='
	if meant := near(name+value, longNames(t.root)); glued && meant != nil { // -outptu
		return nil, fmt.Errorf("“-%s”分不清是什么，是不是 --%s？", name+value, strings.Join(meant, "或 --"))
	}
	what, _ := pflag.UnquoteUsage(f)
	switch {
	case f.NoOptDefVal != "": // of yes and no
		if value != "" {
			return nil, fmt.Errorf("选项 %s 后面不写内容，请去掉“%s”", dashed(name), value)
		}
		t.args = append(t.args, "--"+f.Name)
		return rest, nil
	case value != "":
		value = strings.TrimLeft(value, "=＝:：")
	case len(rest) == 0:
		return nil, fmt.Errorf("选项 %s 后面要写上%s", dashed(name), what)
	default:
		value, rest = rest[0], rest[1:]
		if other, _, ok := t.option(value); ok && t.flag(other) != nil {
			return nil, fmt.Errorf("选项 %s 后面要写上%s，不是另一个选项“%s”", dashed(name), what, value)
		}
	}
	value = unquoted(value)
	if strings.TrimSpace(value) == "" {
		return nil, fmt.Errorf("选项 %s 后面的%s是空的，请写上，或者去掉这个选项", dashed(name), what)
	}
	if before, twice := t.given[f.Name]; twice {
		return nil, fmt.Errorf("选项 %s 写了两次（“%s”和“%s”），请只留一个", dashed(name), before, value)
	}
	t.given[f.Name] = value
	t.args = append(t.args, "--"+f.Name+"="+value)
	return rest, nil
}

// other takes an argument that is no option: the command, if it is the first, or what the command is about.
func (t *typed) other(arg string) error {
	if strings.TrimFunc(arg, func(r rune) bool { return unicode.IsSpace(r) }) == "" {
		return fmt.Errorf("有一个文件名是空的，请写上，或者去掉")
	}
	if runtime.GOOS == "windows" {
		if before, behind, quoted := strings.Cut(arg, `"`); quoted && behind == "" { // "D:\各镇\", whose last \ keeps the quote
			arg = before
		} else if quoted {
			return fmt.Errorf("“%s”里有引号：文件夹的名称放在引号里的，末尾不要写“\\”", arg)
		}
	}
	arg = unquoted(arg)
	word := strings.ToLower(halfWidth(arg))
	first := t.verb == "" && !slices.ContainsFunc(t.args, func(before string) bool { return !strings.HasPrefix(before, "-") })
	switch {
	case first && slices.Contains(reserved, word):
		return fmt.Errorf("“%s”这个命令还没有做好；%s", arg, seeVerbs)
	case first && verbNamed(t.root, word) != nil && (word == arg || isMissing(arg)):
		t.verb = word
		return nil
	}
	t.args = append(t.args, arg)
	return nil
}

// unquoted is an argument without the quotes that a shell leaves: those of Chinese, and ' in that of Windows.
func unquoted(arg string) string {
	for _, marks := range []string{"“”", "‘’", "「」", "''", "＂＂", `""`} {
		left, right := marks[:len(marks)/2], marks[len(marks)/2:]
		inner, begins := strings.CutPrefix(arg, left)
		inner, ends := strings.CutSuffix(inner, right)
		if begins && ends && inner != "" && !disk.Exists(arg) {
			return inner
		}
	}
	return arg
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
func isMissing(name string) bool {
	_, err := os.Lstat(name)
	return err != nil
}
