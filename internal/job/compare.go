package job

import (
	"bytes"

	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// Compare compares two versions of one report, of whatever kind; nil for pdfs reads each PDF by itself. Each error is a remedy.Failure that
// names the version that cannot be read.
func Compare(a, b File, pdfs *PDFs) (c verdict.Compared, errs []error) {
	r, errA := openVersion(a, pdfs)
	c.A = verdict.Version{File: a.Name, Report: r}
	if c.Identical = bytes.Equal(a.Data, b.Data) && errA == nil; c.Identical {
		c.B = verdict.Version{File: b.Name, Report: r}
		return c, nil
	}
	s, errB := openVersion(b, pdfs)
	c.B = verdict.Version{File: b.Name, Report: s}
	for _, err := range []error{errA, errB} {
		if err != nil {
			errs = append(errs, err)
		}
	}
	if errs != nil {
		return verdict.Compared{}, errs
	}
	defer func() {
		var err error
		if remedy.Rescue(recover(), &err); err != nil {
			errs = append(errs, err)
		}
	}()
	c.Comparison = *published.Compare(r, s)
	return c, nil
}

func openVersion(f File, pdfs *PDFs) (r *model.Report, err error) {
	defer func() {
		if remedy.Rescue(recover(), &err); err != nil {
			err = remedy.Failure{File: f.Name, Err: err}
		}
	}()
	return open(opened{f, pdfs})
}
