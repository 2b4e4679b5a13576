package job

import (
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/filename"
	"nianbao/internal/form"
	"nianbao/internal/render"
)

// dropData passes over data that were written from a report that lies there too; those of a draft after the others. Data alone are a
// report like any other.
func (d *draw) dropData(planned []Planned) {
	for _, drafts := range []bool{false, true} {
		for i, g := range d.glances {
			if _, draft := pageName(d.sources[i].Name); draft != drafts || !d.sources[i].Found || g.key() == "" || !g.data {
				continue
			}
			written := func(from int) bool { return drafts || !d.glances[from].data || d.digest(from) == d.digest(i) }
			if standing, _ := d.standing(g); slices.ContainsFunc(standing, written) {
				d.passOver(i, planned)
			} else {
				d.at[g.key()] = append(d.at[g.key()], i)
			}
		}
	}
}

// dropPages passes over what was written from a report that lies there too: documents by the unit and year in them, other pages by
// their names, and so is what came with them in a package that was unzipped. A draft that cannot be read is nobody's report.
func (d *draw) dropPages(planned []Planned) {
	d.named = map[string]bool{}
	for _, standing := range d.at {
		for _, i := range standing {
			d.named[d.glances[i].named()] = true
		}
	}
	for i, g := range d.glances {
		if d.sources[i].Found && isEnclosed(d.sources[i].Name) && d.isNamedAfter(d.sources[i].Name) {
			d.dropped[i] = true
		}
		if d.dropped[i] || !d.sources[i].Found || !g.ours || slices.Contains(d.at[g.key()], i) {
			continue
		}
		if standing, _ := d.standing(g); len(standing) > 0 || g.key() == "" && d.isNamedAfter(d.sources[i].Name) {
			d.passOver(i, planned)
		} else if _, draft := pageName(d.sources[i].Name); draft && g.name == "" {
			d.dropped[i] = true
			d.drafts = append(d.drafts, d.sources[i].Name)
		}
	}
}

// passOver drops a page or data that were written from what stands for their unit and year, which is to say so where it says something
// else by now.
func (d *draw) passOver(i int, planned []Planned) {
	d.dropped[i] = true
	standing, certain := d.standing(d.glances[i])
	if certain {
		for _, s := range standing {
			planned[s].written = append(planned[s].written, d.sources[i])
		}
	}
}

// standing are the sources that a page or data may have been written from. Pages do not tell the scope, nor do data of before it could be
// told: where reports of both lie there, it is not certain of which they are; nor are those of which nobody can read what they say.
func (d *draw) standing(g glance) (list []int, certain bool) {
	list, certain = d.at[g.key()], g.key() != ""
	if g.scope != "" || !certain {
		return list, certain
	}
	sum := g
	sum.scope = form.SumScope
	sums := d.at[sum.key()]
	return slices.Concat(list, sums), len(list) == 0 || len(sums) == 0
}

// isNamedAfter says whether a file has the name that pages of a report have which lies there too.
func (d *draw) isNamedAfter(file string) bool {
	name, _ := pageName(file)
	name = filename.Fold(name)
	if d.pages[name] {
		return true
	}
	for at := range len(name) {
		if strings.HasPrefix(name[at:], "年") && d.named[name[:at]] {
			return true
		}
	}
	return false
}

// isText says whether a file is a page of such a report that no input tells by its contents.
func (d *draw) isText(file string) bool {
	is := func(f render.Format) bool { return strings.EqualFold(f.Extension, filepath.Ext(file)) }
	return slices.ContainsFunc(render.Formats(), is) && d.isNamedAfter(file)
}
