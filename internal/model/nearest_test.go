package model_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/model"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		why, a, b string
		want      int
	}{
		{"the same", "校验", "校验", 0},
		{"mistaken", "效验", "校验", 1},
		{"missed", "rende", "render", 1},
		{"added", "checck", "check", 1},
		{"swapped, which is one slip and not two", "chekc", "check", 1},
		{"swapped and mistaken", "chekd", "check", 2},
		{"swapped at the beginning", "hcek", "chek", 1},
		{"a letter that stands twice, missed", "chek", "cheek", 1},
		{"letters that stand twice, swapped with others", "checkk", "cehckk", 1},
		{"two that stand apart, swapped", "khecc", "checK", 2},
		{"one letter that is all", "校", "验", 1},
		{"nothing beside a letter", "", "校", 1},
		{"nothing", "", "校验", 2},
		{"the other way round", "校验", "", 2},
	} {
		assert.Equal(t, c.want, model.Slips(c.a, c.b), c.why)
		assert.Equal(t, c.want, model.Slips(c.b, c.a), c.why)
		assert.Equal(t, c.want == 1, model.IsSlip([]rune(c.a), []rune(c.b)), c.why)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"本年新收", "上年结转", "结转下年度"}
	for _, c := range []struct{ why, name, want string }{
		{"one character mistaken", "本年新增", "本年新收"},
		{"two swapped", "上结年转", "上年结转"},
		{"more than half of it is something else", "本地天气", ""},
		{"nothing", "", ""},
		{"the size of a text", strings.Repeat("结转下年度", 20), ""},
	} {
		assert.Equal(t, c.want, model.Nearest(c.name, names), c.why)
	}
}
