// Command members writes the reports of made-up units as filled workbooks: go run ./bench/members -n 1500 FOLDER. They lie in folders of
// provinces and counties; what is there already is left as it is, since the same number makes the same report.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/internal/exchange"
	"nianbao/internal/job"
	"nianbao/internal/sample/members"
	"nianbao/internal/workbook"
)

func main() {
	n := flag.Int("n", 30, "how `many` units, from the first on")
	year := flag.Int("year", 2025, "the report `year`")
	json := flag.Bool("json", false, "write exchange JSON in place of workbooks")
	list := flag.Bool("list", false, "list the files in place of writing them")
	flag.Parse()
	if flag.NArg() != 1 || *n < 0 || *n > members.Units {
		flag.Usage()
		os.Exit(2)
	}
	extension := ".xlsx"
	if *json {
		extension = ".json"
	}
	var files []string
	for i := range *n {
		files = append(files, filepath.Join(flag.Arg(0), filepath.FromSlash(members.UnitOf(i).Path(*year, extension))))
	}
	if *list {
		for _, file := range files {
			fmt.Println(file)
		}
		return
	}
	if err := write(files, *year, *json); err != nil {
		fmt.Fprintln(os.Stderr, "members:", err)
		os.Exit(1)
	}
}

func write(files []string, year int, json bool) error {
	return job.Run(len(files), func(i int) error {
		file := files[i]
		if _, err := os.Stat(file); err == nil {
			return nil
		}
		var b bytes.Buffer
		var err error
		if r := members.Report(i, year); json {
			err = exchange.Write(&b, r)
		} else {
			_, err = workbook.Write(&b, r, workbook.Options{})
		}
		return errors.Join(err, os.MkdirAll(filepath.Dir(file), 0o755), replace(file, b.Bytes()))
	}, func(_ int, err error) error { return err })
}

// replace writes a file under another name first, so that one that is there is whole.
func replace(file string, data []byte) error {
	if err := os.WriteFile(file+".part", data, 0o644); err != nil {
		return err
	}
	return os.Rename(file+".part", file)
}
