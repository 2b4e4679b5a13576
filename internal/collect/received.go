package collect

import (
	"path/filepath"

	"nianbao/internal/job"
)

// withinOf is the folder that all files lie in.
func withinOf(files []string) (folder string) {
	for i, file := range files {
		at := filepath.Dir(file)
		for i > 0 && at != folder {
			if len(at) > len(folder) {
				at = filepath.Dir(at)
			} else if up := filepath.Dir(folder); up != folder {
				folder = up
			} else {
				return folder
			}
		}
		folder = at
	}
	return folder
}

// receive finds, among the files that no report comes in, those that are all that came of their units, and those that may be of any.
func (a *Aggregated) receive(others []string) {
	if a.Members == nil {
		return
	}
	missing := map[string]bool{}
	for _, m := range a.Missing {
		missing[m.Name] = true
	}
	for _, name := range others {
		i, ok := a.Members.Whose(name, a.Within)
		switch fault := job.FaultOfOther(name); {
		case ok && missing[a.Members.Members[i].Name]:
			a.received = append(a.received, fault)
		case !ok && fault.Err != job.ErrOther:
			a.unclaimed = append(a.unclaimed, name)
		}
	}
	for _, f := range a.faults {
		if _, ok := a.Members.Whose(f.File, a.Within); !ok {
			a.unclaimed = append(a.unclaimed, f.File)
		}
	}
}
