package slots

import (
	"slices"
	"strings"

	"nianbao/internal/form"
)

// Sum is the cell for what several figures are together, which the form has a name for and no cell: 不予公开, 行政诉讼.
type Sum struct {
	Name string
	Keys []form.Key // the figures that add up to it, in the order of the form
	Place
	Text string // what stands there
}

// group are figures that the form has a name or a total for, told by those that are typed.
type group struct {
	name   string
	rest   bool // several rows that are called after what is left: 其他处理
	beside keys // what it is left of; none where no total holds both
}

// addGroups takes up what the edition calls several figures together.
func (x *lexicon) addGroups() {
	x.typed, x.groups = make([]keys, len(x.cells)), map[keys]group{}
	at := map[form.Key]int{}
	for i, c := range x.cells {
		at[c.Key] = i
	}
	for i, c := range x.cells {
		for _, k := range x.edition.Typed(c.Key) {
			x.typed[i].add(at[k])
		}
		if c.Total {
			x.groups[x.typed[i]] = group{name: c.Name()}
		}
	}
	set := func(list []form.Key) (k keys) {
		for _, one := range list {
			k.add(at[one])
		}
		return k
	}
	for _, q := range x.edition.Quantities() {
		if len(q.Keys) < 2 {
			continue
		}
		row := x.lines[lineOf(x.cells[at[q.Keys[0]]])]
		g, all := group{name: q.Name, rest: strings.HasPrefix(q.Name, "其他") && !set(q.Keys).within(row)}, x.typedOf(set(q.Keys))
		for _, r := range x.edition.Relations() {
			if whole := set(r.Right); r.Kind == form.ColumnTotal && set(q.Keys).within(whole) {
				g.beside = x.typedOf(whole).without(all)
			}
		}
		x.groups[all] = g
	}
}

func (k keys) without(o keys) keys {
	for i := range k {
		k[i] &^= o[i]
	}
	return k
}

// typedOf are the figures that some are made of.
func (x *lexicon) typedOf(k keys) (typed keys) {
	for _, i := range k.list(len(x.cells)) {
		typed = typed.or(x.typed[i])
	}
	return typed
}

// together are the figures that tell what some are together.
func (r *reader) together(k keys) keys {
	if whole, seen := r.wholes[k]; seen {
		return whole
	}
	in := map[form.Key]int{}
	for _, i := range k.list(len(r.cells)) {
		in[r.cells[i].Key] = i
	}
	figures, _ := r.edition.Together(r.keysOf(k))
	var whole keys
	for _, one := range figures {
		whole.add(in[one])
	}
	r.wholes[k] = whole
	return whole
}

// keysOf lists figures in the order of the form.
func (x *lexicon) keysOf(k keys) (list []form.Key) {
	for _, i := range k.list(len(x.cells)) {
		list = append(list, x.cells[i].Key)
	}
	return list
}

// grouped are the cells for groups, by what is typed of them.
type grouped struct {
	of   map[keys][]told
	list []keys // in the order of the sheets
}

func (g *grouped) add(all keys, t told) {
	if g.of == nil {
		g.of = map[keys][]told{}
	}
	if g.of[all] == nil {
		g.list = append(g.list, all)
	}
	g.of[all] = append(g.of[all], t)
}

// chooseSums takes those groups that have one cell. Where a figure of a group has a cell of its own, and does not follow as a part of it,
// the group's label may be a heading; where the group has a total, that goes before. A group that is called after what is left is taken if
// nothing is missing beside it.
func (r *reader) chooseSums(g grouped, placed keys) (sums []Sum, doubted []told) {
	own := func(all keys) bool {
		return slices.ContainsFunc(placed.list(len(r.cells)), func(i int) bool { return r.typed[i].within(all) })
	}
	covered := r.typedOf(placed)
	for _, all := range g.list {
		covered = covered.or(all)
	}
	for _, all := range g.list {
		list, about := bestOf(slices.Clone(g.of[all])), r.groups[all]
		doubted = append(doubted, elsewhere(g.of[all], list)...)
		why := Why(0)
		one := list[0]
		sum := r.together(one.keys)
		switch total, is := sum.only(); {
		case is && placed.has(total):
			continue
		case own(all) && !one.whole:
			why = Heading
		case len(list) > 1:
			why = Repeated
		case one.spread, about.rest && (about.beside.none() || !about.beside.within(covered)):
			why = Several
		default:
			sums = append(sums, Sum{about.name, r.keysOf(sum), one.place, strings.TrimSpace(one.text)})
		}
		for _, t := range list {
			if t.why = why; why != 0 {
				doubted = append(doubted, t)
			}
		}
	}
	return sums, doubted
}

// isWhole says whether the label or the head that follows that of a cell is a part's: 不予处理, and then 其中：重复申请.
func (v *sheet) isWhole(top, side *cell) bool {
	isPart := func(o *cell) bool { return o != nil && part.MatchString(o.says.folded) }
	return side != nil && isPart(v.here(side.endRow(), side.Column)) || top != nil && isPart(v.here(top.Row, top.endColumn()))
}

// isSpread says whether the labels of a cell may hold for its neighbours too: the next row, or the next column before others, has none.
func (v *sheet) isSpread(c, top, side *cell) bool {
	if side != nil {
		next, o := v.here(c.endRow(), side.Column), v.here(c.endRow(), c.Column)
		if next != nil && next.kind == empty && o != nil && o.holds() && !v.blank[c.endRow()] {
			return true
		}
	}
	if top != nil {
		next, o := v.here(top.Row, top.endColumn()), v.here(c.Row, c.endColumn())
		return next != nil && next.kind == empty && o != nil && o.holds() && v.left[top.Row*v.width+v.width-1] != v.at[top.Row*v.width+top.Column]
	}
	return false
}
