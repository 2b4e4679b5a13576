//go:build unix

// Command ratios measures whole processes, in turn, and tells what they cost as multiples of what a program costs that only links the
// libraries that were given (bench/linking). Such ratios hold where single figures do not.
//
//	go run ./bench/ratios [-runs 40] [-reports 500] [-against NIANBAO] [-typst PYTHON]
//
// Against is another build of the program, measured in the same turns; typst a Python that has the module of PyPI.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	var o options
	flag.IntVar(&o.runs, "runs", 40, "how many `turns` of single reports")
	flag.IntVar(&o.rounds, "rounds", 3, "how many `turns` of batches")
	flag.IntVar(&o.reports, "reports", 500, "how many `reports` a batch has")
	flag.StringVar(&o.against, "against", "", "another `build` of the program")
	flag.StringVar(&o.typst, "typst", "", "a `Python` that has the module")
	flag.Parse()
	if err := o.measure(); err != nil {
		fmt.Fprintln(os.Stderr, "ratios:", err)
		os.Exit(1)
	}
}

type options struct {
	runs, rounds, reports int
	against, typst        string
}

// cost is what one run of a process took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // bytes of memory
}

// workload is a process that is measured.
type workload struct {
	name    string
	command []string
	reports int    // that one run makes, which its cost is shared by
	into    string // a folder in which each run gets a new one to write into, "" for none
}

func (o options) measure() error {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	in := func(name ...string) string { return filepath.Join(append([]string{folder}, name...)...) }
	for _, command := range []string{"./cmd/nianbao", "./bench/linking", "./bench/members"} {
		build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", folder, command)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if said, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, said)
		}
	}
	if err := settle(in("nianbao"), in("linking")); err != nil {
		return err
	}
	for _, made := range [][]string{
		{in("members"), "-n", strconv.Itoa(o.reports), in("books")},
		{in("members"), "-n", strconv.Itoa(o.reports), "-json", in("json")},
		{in("nianbao"), "import", sample, "-o", in("report.xlsx")},
	} {
		if said, err := exec.Command(made[0], made[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, said)
		}
	}
	linking := workload{name: "linking", command: []string{in("linking")}, reports: 1}
	programs := map[string]string{"": in("nianbao")}
	if o.against != "" {
		if programs[", against"], err = filepath.Abs(o.against); err != nil {
			return err
		}
	}
	var single, batches []workload
	for suffix, program := range programs {
		single = append(single,
			workload{"--help" + suffix, []string{program, "--help"}, 1, ""},
			workload{"check" + suffix, []string{program, "check", in("report.xlsx")}, 1, ""},
			workload{"render" + suffix, []string{program, "render", in("report.xlsx"), "--format", "pdf,txt"}, 1, folder},
		)
		for _, kind := range []string{"json", "books"} {
			batches = append(batches,
				workload{"batch of " + kind + suffix, []string{program, "render", in(kind), "--format", "pdf,txt"}, o.reports, folder})
		}
	}
	for _, list := range [][]workload{single, batches} {
		slices.SortFunc(list, func(a, b workload) int { return strings.Compare(a.name, b.name) })
	}
	if o.typst != "" {
		source, err := writeTypst(folder)
		if err != nil {
			return err
		}
		single = append(single, workload{"Typst", []string{o.typst, "-c", "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)",
			source, in("typst.pdf"), in("fonts")}, 1, ""})
	}
	fmt.Println("| what | processor time | of linking | time | peak memory |\n|---|---|---|---|---|")
	if err := tell(o.runs, 1, linking, single); err != nil {
		return err
	}
	const often = 20 // linking is measured to take its time with each batch
	if err := tell(o.rounds, often, linking, batches); err != nil {
		return err
	}
	return o.sideBySide(in)
}

// settle takes files out of the system's memory, as those of a program are that was installed some time ago: those that were just written
// come into the memory of a process in larger pieces.
func settle(paths ...string) error {
	for _, path := range paths {
		for _, command := range [][]string{{"sync", path}, {"dd", "if=" + path, "iflag=nocache", "count=0"}} {
			if said, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
				return fmt.Errorf("%w: %s", err, said)
			}
		}
	}
	return nil
}

// sample is the report of a town, which single processes read as a workbook.
const sample = "testdata/reports/e-town-2024.json"

// tell measures workloads in turn, and prints the medians, with those of the ratios to linking in the same turn.
func tell(turns, often int, linking workload, list []workload) error {
	costs := make([][]cost, len(list)+1)
	ratios := make([][]float64, len(list))
	for turn := range turns + 1 { // the first warms up
		var least []cost
		for range often {
			c, err := linking.run()
			if err != nil {
				return err
			}
			least = append(least, c)
		}
		unit := median(least, func(c cost) float64 { return float64(c.cpu) })
		for i, w := range list {
			c, err := w.run()
			if err != nil {
				return fmt.Errorf("%s: %w", w.name, err)
			}
			if turn > 0 {
				costs[i] = append(costs[i], c)
				ratios[i] = append(ratios[i], float64(c.cpu)/float64(w.reports)/unit)
			}
		}
		if turn > 0 {
			costs[len(list)] = append(costs[len(list)], least...)
		}
	}
	for i, w := range append(list, linking) {
		cpu := median(costs[i], func(c cost) float64 { return c.cpu.Seconds() * 1000 / float64(w.reports) })
		wall := median(costs[i], func(c cost) float64 { return c.wall.Seconds() * 1000 / float64(w.reports) })
		peak := slices.MaxFunc(costs[i], func(a, b cost) int { return int(a.peak - b.peak) }).peak
		ratio := 1.0
		if i < len(list) {
			ratio = median(ratios[i], func(r float64) float64 { return r })
		}
		fmt.Printf("| %s | %.1f ms | %.2f | %.1f ms | %.0f MB |\n", w.name, cpu, ratio, wall, float64(peak)/1e6)
	}
	return nil
}

func median[T any](list []T, of func(T) float64) float64 {
	var values []float64
	for _, v := range list {
		values = append(values, of(v))
	}
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// run runs the process once. What it writes is left until all is measured: ext4 passes over what was removed within the last minutes when it
// looks for room for a new file, which takes a tenth of the time of a batch.
func (w workload) run() (cost, error) {
	command := exec.Command(w.command[0], w.command[1:]...)
	if w.into != "" {
		made, err := os.MkdirTemp(w.into, "made")
		if err != nil {
			return cost{}, err
		}
		command.Args = append(command.Args, "-o", made)
	}
	start := time.Now()
	err := command.Run()
	c := cost{wall: time.Since(start)}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 { // faults were found
		err = nil
	}
	if err != nil {
		return c, err
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	c.cpu, c.peak = command.ProcessState.UserTime()+command.ProcessState.SystemTime(), usage.Maxrss<<10
	return c, nil
}

// sideBySide tells how much of the speed of two processes that run at the same time one process reaches on the same two processors: each of
// the two makes half of the reports.
func (o options) sideBySide(in func(...string) string) error {
	halves, err := halve(in("json"), in("first"), in("second"))
	if err != nil {
		return err
	}
	render := func(folder string) workload {
		return workload{folder, []string{in("nianbao"), "render", folder, "--format", "pdf,txt"}, 1, in()}
	}
	var speeds []float64
	for range 5 {
		start := time.Now()
		if _, err := render(in("json")).run(); err != nil {
			return err
		}
		one := time.Since(start)
		failed := make(chan error, len(halves))
		start = time.Now()
		for _, half := range halves {
			go func() {
				_, err := render(half).run()
				failed <- err
			}()
		}
		if err := errors.Join(<-failed, <-failed); err != nil {
			return err
		}
		speeds = append(speeds, time.Since(start).Seconds()/one.Seconds())
	}
	slices.Sort(speeds)
	fmt.Printf("\nOne process reaches %.2f of the speed of two side by side (%.2f).\n", median(speeds, func(s float64) float64 { return s }), speeds)
	return nil
}

// halve links the files of a folder into two, one to the one and the next to the other.
func halve(folder string, to ...string) ([]string, error) {
	n := 0
	return to, filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		within, err := filepath.Rel(folder, file)
		if err != nil {
			return err
		}
		link := filepath.Join(to[n%len(to)], within)
		n++
		return errors.Join(os.MkdirAll(filepath.Dir(link), 0o700), os.Link(file, link))
	})
}
