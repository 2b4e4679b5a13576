package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/disk"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/sealed"
)

// pageWriter writes the pages of checked reports.
type pageWriter struct {
	*console
	job.Renderer
	folder string   // where they go; "" for beside each input
	missed []string // the names of inputs of which not all pages were written, though no finding blocks them

	recorded map[string]map[string]string // by folders, the digests of pages that the records there have
}

// make makes the pages of one report, as making has it. They are written when the report is told, in the order of the inputs.
func (w *pageWriter) make(checked job.Checked, p job.Planned, stand func(job.Made)) (tell func()) {
	var files []job.Rendered
	err := w.clash(p)
	if err == nil {
		r := w.Renderer
		if r.Number == nil {
			r.Number = func(report, code string) int { return job.NumberAmong(disk.Names(w.folderOf(p.Name)), report, code) }
		}
		files, err = r.Render(checked)
	}
	return func() {
		var saved []savedPage
		switch {
		case errors.Is(err, job.ErrBlocked): // that findings block a report is told already by the exit code
			w.err.say("%s\n", sentence(remedy.Failure{File: p.Name, Err: err}))
		case err != nil:
			w.told(p.Name, err)
			w.missed = append(w.missed, p.Name)
		default:
			if saved = w.save(checked, files); len(saved) < len(files) {
				w.missed = append(w.missed, p.Name)
				break
			}
			var m job.Made
			for _, f := range files {
				m.Outputs = append(m.Outputs, job.OutputOf(f.Name, f.Data))
			}
			stand(m)
		}
		for _, old := range w.outdated(checked, saved) {
			w.err.say("%s\n", old)
		}
	}
}

// tellMissed says at the end of a batch, whose verdict is about findings alone, of which reports there are no pages.
func (w *pageWriter) tellMissed() {
	if w.missed != nil {
		w.err.say("有%d份没有生成，或者没有生成全：%s。原因在上面。\n", len(w.missed), namesOf(w.missed))
	}
}

// isDue says whether outputs are those that are asked for.
func (w *pageWriter) isDue(m job.Made, _ job.Planned) bool {
	var names []string
	for _, o := range m.Outputs {
		names = append(names, o.Name)
	}
	return w.Makes(names)
}

// passed tells of pages that are as they were made before.
func (w *pageWriter) passed(m job.Made, p job.Planned) bool {
	for _, o := range m.Outputs {
		w.tell(disk.Unchanged, o.In(w.folderOf(p.Name)))
	}
	return true
}

// clash is why two inputs that would write the same pages write none; nil if there are no two.
func (w *pageWriter) clash(p job.Planned) error {
	for _, other := range p.SameName {
		switch {
		case other == p.Name || filename.Fold(w.folderOf(other)) != filename.Fold(w.folderOf(p.Name)):
		case p.Scopes:
			return fmt.Errorf("和“%s”只是统计口径不同，标题一样，会写成同一个文件，都没有生成。请分到两个文件夹再生成", other)
		case p.Alike == nil:
			return fmt.Errorf("和“%s”会写成同一个文件，都没有生成。请填好单位名称和年度", other)
		case job.LineageOf(other).First == job.LineageOf(p.Name).First: // one is a copy of the other
			return fmt.Errorf("和“%s”，一份是另一份另存的，会写成同一个文件，都没有生成。请核对用哪一份，只处理那一份", other)
		default:
			return fmt.Errorf("单位和年度与“%s”相同，会写成同一个文件，都没有生成。请核对单位名称和年度，只留一份", other)
		}
	}
	return nil
}

// words for what became of a page, and of one of a draft.
var pageChanges = [...][2]string{
	disk.Made:      {"已生成", "已生成草稿"},
	disk.Renewed:   {"已更新", "已更新草稿"},
	disk.Unchanged: {"没有变化", "草稿没有变化"},
}

// savedPage is a page that lies there now.
type savedPage struct {
	name   string
	change disk.Change
}

// save writes the pages of one report and tells of each; saved are those that are there now.
func (w *pageWriter) save(checked job.Checked, files []job.Rendered) (saved []savedPage) {
	folder := w.folderOf(checked.File)
	if !w.told(checked.File, disk.MakeFolder(folder)) {
		return nil
	}
	beside := w.witnesses(folder, files)
	for _, f := range files {
		target, change := filepath.Join(folder, f.Name), disk.Made
		if f.Err == nil {
			change, f.Err = w.files.Replace(target, f.Data, func(old []byte) error {
				if err := foreign(f.Name, old); err != nil || w.isRecorded(folder, f.Name, old) {
					return err
				}
				if !job.MayBeTouched(job.File{Name: f.Name, Data: old}, beside[f.Name], checked.Report, w.pdfs) {
					return nil
				}
				return w.keepEarlier(target)
			})
		}
		if w.told(target, f.Err) {
			w.tell(change, target)
			saved = append(saved, savedPage{f.Name, change})
		}
	}
	return saved
}

// witnesses are what may show of pages that lie there and are to be replaced whether they are as they were written: the sealed pages beside
// them, as those are before any is written anew.
func (w *pageWriter) witnesses(folder string, files []job.Rendered) map[string][]job.File {
	beside := map[string][]job.File{}
	for _, f := range files {
		if old, err := disk.Digest(filepath.Join(folder, f.Name)); err != nil || old == sealed.Digest(f.Data) {
			continue
		}
		for _, name := range job.WitnessesOf(f.Name) {
			if data, err := disk.Read(filepath.Join(folder, name)); err == nil && name != f.Name {
				beside[f.Name] = append(beside[f.Name], job.File{Name: name, Data: data})
			}
		}
	}
	return beside
}

// isRecorded says whether the record of the folder has a page as it lies there. The record is read once.
func (w *pageWriter) isRecorded(folder, name string, data []byte) bool {
	if w.recorded[folder] == nil {
		made := map[string]string{}
		_, _ = disk.Lines(filepath.Join(folder, job.RecordName), job.MaxMade, func(_ disk.Span, text []byte) { // without it nothing is known
			if m, ok := job.ParseMade(text); ok && m.Step == job.Rendering {
				for _, o := range m.Outputs {
					made[o.Name] = o.SHA256
				}
			}
		})
		if w.recorded == nil {
			w.recorded = map[string]map[string]string{}
		}
		w.recorded[folder] = made
	}
	return w.recorded[folder][name] == sealed.Digest(data)
}

// tell tells what became of a page.
func (w *pageWriter) tell(change disk.Change, target string) {
	kind := 0
	if w.Marking == job.Draft {
		kind = 1
	}
	w.out.say("%s：%s\n", pageChanges[change][kind], target)
}

// foreign is the error of writing a page over a file that is none of ours any more; nil for one that is.
func foreign(name string, old []byte) error {
	if job.IsOurPage(name, old) {
		return nil
	}
	return errors.New("已经有这个文件，不是本程序写的，或者有人改过、批注过，没有覆盖。请把它改名或移走以后再试")
}

// outdated tells which pages of a report lie there from before and are so no longer: those of the report itself where today's check
// refuses it, or where others of it were made anew and differ; drafts where the report was made.
func (w *pageWriter) outdated(checked job.Checked, saved []savedPage) (told []string) {
	pages, folder := job.PagesOf(checked.Report), w.folderOf(checked.File)
	changed, now := false, map[string]bool{}
	for _, page := range saved {
		changed = changed || page.change == disk.Renewed
		now[page.name] = true
	}
	tell := func(names []string, what string) {
		old := slices.DeleteFunc(names, func(name string) bool {
			target := filepath.Join(folder, name)
			return now[name] || !disk.Exists(target) || w.files.Refuse(target) != nil
		})
		if len(old) > 0 {
			told = append(told, quotedNames(old)+what)
		}
	}
	switch {
	case check.Blocks(checked.Findings):
		tell(pages.Finals, "是以前的，和现在的填报表可能不一致，请不要发布。")
	case w.Marking == job.Final && len(saved) > 0:
		if changed {
			tell(pages.Finals, "是以前的，这次没有重新生成，和现在的填报表可能不一致。")
		}
		tell(pages.Drafts, "是以前的草稿，用不着了，可以删去。")
	}
	return told
}

func (w *pageWriter) folderOf(input string) string {
	if w.folder == "" {
		return filepath.Dir(input)
	}
	return w.folder
}

// quotedNames lists names of files: “甲”、“乙”.
func quotedNames(names []string) (list string) {
	for i, name := range names {
		if i > 0 {
			list += "、"
		}
		list += "“" + filepath.Base(name) + "”"
	}
	return list
}
