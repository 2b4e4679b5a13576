package main

import (
	"errors"
	"path/filepath"

	"nianbao/internal/disk"
	"nianbao/internal/job"
)

// mayTakeCorrections says what is wrong with the folder that corrections are to be written into, if anything is; "" is for none.
func mayTakeCorrections(folder string) error {
	if folder == standard || folder != "" && disk.Exists(folder) && !disk.IsFolder(folder) {
		return errors.New("--corrections 后面请写文件夹")
	}
	return nil
}

// writeCorrections writes a list of corrections and the notices of them into a folder: all or none, so that no list lies beside notices of
// another round.
func (c *console) writeCorrections(folder string, force bool, files []job.File) error {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	if err := c.mayWriteAll(folder, "更正清单和更正说明", names, force); err != nil {
		return err
	}
	for _, f := range files {
		target := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := disk.MakeFolder(filepath.Dir(target)); err != nil {
			return err
		}
		if err := c.newFileOf(target, force, f.Data, filepath.Ext(f.Name)); err != nil {
			return err
		}
	}
	c.err.say("更正清单和更正说明已写到：%s\n", folder)
	return nil
}
