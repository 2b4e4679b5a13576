//go:build linux

package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// computer is a Windows that wine makes, with the program on it. It belongs to a user who is not the administrator.
type computer struct {
	*testing.T
	drive       string // where C:\ is here
	devices     string // where the other drives and the servers are
	opened      string // the file that gets the address which a browser is started with
	environment []string
	user        *syscall.SysProcAttr // nil for the one who runs the test
}

const nobody = 65534

func newComputer(t *testing.T) *computer {
	const compiler = "x86_64-w64-mingw32-gcc"
	sample.Need(t, "go", "wine", "wineboot", "wineserver", "script", compiler)
	top := t.TempDir()
	prefix, bin := filepath.Join(top, "wine"), filepath.Join(top, "bin")
	d := &computer{T: t, drive: filepath.Join(prefix, "drive_c"), devices: filepath.Join(prefix, "dosdevices"), opened: filepath.Join(top, "opened")}
	require.NoError(t, os.Mkdir(bin, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" >"+d.opened+"\n"), 0o755))
	if os.Geteuid() == 0 { // to whom no folder is read-only
		d.user = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		require.NoError(t, os.Chmod(filepath.Dir(top), 0o755))
		d.give(top)
	}
	d.environment = append(slices.DeleteFunc(os.Environ(), func(set string) bool { return strings.HasPrefix(set, "DISPLAY=") }),
		"HOME="+top, "PATH="+bin+":"+os.Getenv("PATH"), "LC_ALL=C.UTF-8", "WINEPREFIX="+prefix, "WINEDEBUG=-all",
		"WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=")
	_, _, err := d.run("", "wineboot", "--init")
	require.NoError(t, err)
	t.Cleanup(func() { d.program("wineserver", "--kill").Run() }) // of this one alone

	sources := sample.Path(t, "testdata/wine")
	sample.Run(t, compiler, "-shared", "-o", filepath.Join(d.drive, "windows/system32/bcryptprimitives.dll"), sources+"/bcryptprimitives.c", "-ladvapi32")
	sample.Run(t, compiler, "-municode", "-o", d.make("程序 一/explorer.exe"), sources+"/explorer.c")
	sample.Run(t, "env", "GOOS=windows", "GOARCH=amd64", "go", "build", "-o", d.make("程序 一/nianbao.exe"), ".")
	return d
}

// give hands what lies in a folder to its user.
func (d *computer) give(folder string) {
	if d.user != nil {
		require.NoError(d, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
			require.NoError(d, err)
			return os.Lchown(path, nobody, nobody)
		}))
	}
}

// make makes the folders of a file on C:\.
func (d *computer) make(file string) (path string) {
	path = filepath.Join(d.drive, filepath.FromSlash(file))
	require.NoError(d, os.MkdirAll(filepath.Dir(path), 0o755))
	return path
}

// copies puts a file on C:\, whose folder is its user's.
func (d *computer) copies(from, file string) {
	data, err := os.ReadFile(from)
	require.NoError(d, err)
	path := d.make(file)
	require.NoError(d, os.WriteFile(path, data, 0o644))
	d.give(filepath.Dir(path))
}

// command is a call on the computer when nothing runs on it: wine's server goes with the last program, and may take the next call with it.
func (d *computer) command(name string, arguments ...string) *exec.Cmd {
	require.NoError(d, d.program("wineserver", "--wait").Run())
	return d.program(name, arguments...)
}

func (d *computer) program(name string, arguments ...string) *exec.Cmd {
	command := exec.Command(sample.Program(d, name), arguments...)
	command.Env, command.SysProcAttr, command.Dir = d.environment, d.user, filepath.Dir(d.opened)
	if programs := filepath.Join(d.drive, "程序 一"); isFolder(programs) {
		command.Dir = programs
	}
	return command
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (d *computer) run(typed, name string, arguments ...string) (out, errs string, err error) {
	var o, e bytes.Buffer
	command := d.command(name, arguments...)
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(typed), &o, &e
	err = command.Run()
	return o.String(), goneServer.ReplaceAllString(e.String(), ""), err
}

// goneServer is what wine, and not the program, says where its server goes before the last of its threads does.
var goneServer = regexp.MustCompile(`wine client error:[0-9a-f]+: .*\n?`)

// drop drops files on the program, and presses Enter in its window.
func (d *computer) drop(files ...string) (out, errs string) {
	return d.explore(append([]string{`C:\程序 一\nianbao.exe`}, files...)...)
}

func (d *computer) explore(arguments ...string) (out, errs string) {
	out, errs, err := d.run("\n", "wine", append([]string{"explorer.exe"}, arguments...)...)
	if err != nil {
		require.IsType(d, &exec.ExitError{}, err)
		require.LessOrEqual(d, err.(*exec.ExitError).ExitCode(), exitFailed, errs)
	}
	return out, errs
}

// names are those of the files in a folder.
func names(t testing.TB, folder string) (list []string) {
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

const (
	soundBook  = "南汀镇 填报（定稿）.xlsx"
	soundPages = "南汀镇人民政府2020年政府信息公开工作年度报告"
	faultyBook = "望禾镇 填报.xlsx"
	faultyPage = "望禾镇人民政府2024年政府信息公开工作年度报告（草稿）.pdf"
)

// The program on Windows, as wine runs it: double-clicked, with files dropped on it, in its window.
func TestWindows(t *testing.T) {
	sample.Long(t)
	d := newComputer(t)
	sound, faulty := sample.WorkbookFile(t, "openpyxl-d-town-2020"), filepath.Join(t.TempDir(), faultyBook)
	require.Zero(t, first(called("import", sample.ReportFile(t, "e-town-2024"), "-o", faulty)))
	mistype(t, faulty, "requests.received.natural_person", 999)

	t.Run("two files are dropped", func(t *testing.T) { d.at(t).twoDropped(sound, faulty) })
	t.Run("the window, and somebody who cannot wait", func(t *testing.T) { d.at(t).window(sound, "explorer.exe -enter ") })
	t.Run("the window of another desktop", func(t *testing.T) { d.at(t).window(sound, "") })
	t.Run("what is open elsewhere", func(t *testing.T) { d.at(t).openElsewhere(sound) })
	t.Run("a folder where nothing can be written", func(t *testing.T) { d.at(t).readOnly(sound) })
	t.Run("places", func(t *testing.T) { d.at(t).places(sound) })
	t.Run("a double-click", func(t *testing.T) { d.at(t).doubleClick() })
}

func (d *computer) at(t *testing.T) *computer {
	here := *d
	here.T = t
	return &here
}

func mistype(t *testing.T, book string, key form.Key, number int) {
	sheet, cell, _ := strings.Cut(placeIn(t, book, key), "!")
	file, err := excelize.OpenFile(book)
	require.NoError(t, err)
	defer file.Close()
	require.NoError(t, file.SetCellInt(sheet, cell, int64(number)))
	require.NoError(t, file.Save())
}

func (d *computer) twoDropped(sound, faulty string) {
	d.copies(sound, "各镇 年报/"+soundBook)
	d.copies(faulty, "各镇 年报/"+faultyBook)
	out, errs := d.drop(`C:\各镇 年报\`+soundBook, `C:\各镇 年报\`+faultyBook)
	assert.Contains(d, out, `C:\各镇 年报\`+faultyBook+"　望禾镇人民政府2024年")
	assert.Contains(d, errs, "共2份：正式报告已经生成的1份，有必须改的问题的1份。写出的文件都在原来的文件旁边。")
	assert.Contains(d, errs, "要改的，标在这里：\n"+`  C:\各镇 年报\望禾镇 填报_校验.xlsx`)
	assert.True(d, strings.HasSuffix(errs, "再拖到程序上。\n\n按回车键关闭窗口。"), errs)
	folder := filepath.Join(d.drive, "各镇 年报")
	assert.ElementsMatch(d, []string{soundBook, soundPages + ".pdf", soundPages + ".txt", faultyBook, "望禾镇 填报_校验.xlsx", faultyPage}, names(d, folder))

	here := d.TempDir()
	for from, name := range map[string]string{sound: soundBook, faulty: faultyBook} {
		data, err := os.ReadFile(from)
		require.NoError(d, err)
		require.NoError(d, os.WriteFile(filepath.Join(here, name), data, 0o600))
	}
	called(filepath.Join(here, soundBook), filepath.Join(here, faultyBook))
	for _, name := range names(d, here) {
		want, err := os.ReadFile(filepath.Join(here, name))
		require.NoError(d, err)
		got, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(d, err)
		if strings.HasSuffix(name, ".txt") {
			got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n"))
			want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
		}
		assert.True(d, bytes.Equal(want, got), "%s: the bytes that other systems get", name)
	}
}

// typewriter is what a window shows.
type typewriter struct {
	mutex sync.Mutex
	shown bytes.Buffer
}

func (w *typewriter) Write(p []byte) (int, error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.shown.Write(p)
}

var controls = regexp.MustCompile(`\x1b\[[0-9;?]*[a-zA-Z]|\r`)

func (w *typewriter) text() string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return controls.ReplaceAllString(w.shown.String(), "")
}

// window has the program in a window of the console, whose code page (437) has no Chinese character: it stays until Enter is pressed.
func (d *computer) window(sound string, desktop string) {
	d.copies(sound, "窗口/"+soundBook)
	shown := &typewriter{}
	command := d.command("script", "-qec", `stty -icrnl cols 150 rows 50; exec wine `+desktop+`nianbao.exe 'C:\窗口\`+soundBook+`'`, os.DevNull)
	command.Stdout, command.Stderr = shown, shown
	typing, err := command.StdinPipe()
	require.NoError(d, err)
	require.NoError(d, command.Start())
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	defer typing.Close()
	require.Eventually(d, func() bool { return strings.Contains(shown.text(), "按回车键关闭窗口。") }, 20*time.Second, 50*time.Millisecond, shown.text())
	select {
	case <-ended:
		require.Fail(d, "the window went before anybody read it")
	case <-time.After(500 * time.Millisecond):
	}
	assert.Contains(d, shown.text(), "“"+soundBook+"”没有问题，正式报告已经生成。")
	_, err = typing.Write([]byte("\r"))
	require.NoError(d, err)
	select {
	case err := <-ended:
		assert.NoError(d, err)
	case <-time.After(10 * time.Second):
		require.NoError(d, command.Process.Kill())
		require.Fail(d, "Enter does not close the window", shown.text())
	}
}

func (d *computer) openElsewhere(sound string) {
	d.copies(sound, "打开着/"+soundBook)
	const open, book, page = "文件正在WPS、Excel或别的程序里打开着，请关掉后再试。", `C:\打开着\` + soundBook, `C:\打开着\` + soundPages + ".pdf"
	_, errs := d.explore("-hold", book, "nianbao.exe", book)
	assert.Contains(d, errs, book+"：打不开："+open)
	_, errs = d.drop(book)
	require.NotContains(d, errs, "没有做成的")

	folder := filepath.Join(d.drive, "打开着")
	before, err := os.ReadFile(filepath.Join(folder, soundPages+".pdf"))
	require.NoError(d, err)
	_, errs = d.explore("-hold", page, "nianbao.exe", book)
	assert.Contains(d, errs, page+"：已经有这个文件，打不开："+open)
	_, errs = d.explore("-show", page, "nianbao.exe", "render", "--no-data", book)
	assert.Contains(d, errs, page+"：写不了：“"+soundPages+".pdf”可能正打开着，或者是只读的，请先关掉它或去掉只读再试。")
	after, err := os.ReadFile(filepath.Join(folder, soundPages+".pdf"))
	require.NoError(d, err)
	assert.True(d, bytes.Equal(before, after), "it is as it was")
	assert.Len(d, names(d, folder), 3, "and nothing is left beside it")
}

func (d *computer) readOnly(sound string) {
	d.copies(sound, "光盘/"+soundBook)
	folder := filepath.Join(d.drive, "光盘")
	require.NoError(d, os.Chmod(folder, 0o555))
	defer os.Chmod(folder, 0o755)
	out, errs := d.drop(`C:\光盘\` + soundBook)
	assert.Contains(d, out, "结论：通过")
	assert.Contains(d, errs, soundPages+".pdf：写不了：没有权限，请换一个文件夹，或请管理员开通权限。")
	assert.Contains(d, errs, "没有做成的：\n")
	assert.True(d, strings.HasSuffix(errs, "按回车键关闭窗口。"), errs)
	assert.Equal(d, []string{soundBook}, names(d, folder))
}

func (d *computer) places(sound string) {
	deep := "很深"
	for len([]rune(deep)) < 280 {
		deep += "/政府信息公开工作年度报告材料汇编"
	}
	server := filepath.Join(d.devices, "unc", "服务器", "共享 文件")
	stick := d.make("盘/各镇/" + soundBook)
	d.copies(sound, deep+"/"+soundBook)
	d.copies(sound, "盘/各镇/"+soundBook)
	d.copies(sound, "盘/$RECYCLE.BIN/S-1-5-21/$R3.xlsx")
	require.NoError(d, os.MkdirAll(filepath.Dir(server), 0o755))
	require.NoError(d, os.Symlink(filepath.Dir(stick), server))
	require.NoError(d, os.Symlink(filepath.Dir(filepath.Dir(stick)), filepath.Join(d.devices, "e:")))
	for _, c := range []struct{ why, typed string }{
		{"a path beyond 260 characters", `C:\` + strings.ReplaceAll(deep, "/", `\`) + `\` + soundBook},
		{"a server's folder", `\\服务器\共享 文件`},
		{"a pattern there", `\\服务器\共享 文件\*.xlsx`},
		{"a pattern for folders too", `E:\*\*.xlsx`},
		{"a whole stick, without what was deleted", `E:\`},
		{"the same in quotes", `E:"`},
		{"other letters, the slashes of other systems", "e:/各镇/" + strings.ToUpper(soundBook)},
		{"a space behind it", `E:\各镇\` + soundBook + " "},
	} {
		out, errs, _ := d.run("", "wine", "nianbao.exe", "check", c.typed)
		assert.Contains(d, out, "\n结论：通过，没有发现问题。没有和上年比：", "%s\n%s", c.why, errs)
	}
	_, errs := d.drop(`C:\`+strings.ReplaceAll(deep, "/", `\`)+`\`+soundBook, `\\服务器\共享 文件\`+soundBook)
	assert.Contains(d, errs, "共2份：正式报告已经生成的2份。", "written beside them, too")

	wrong := []struct{ why, typed, want string }{
		{"a server that is not there", `\\没有\共享\填报.xlsx`, "找不到这个文件，请核对文件名和所在的文件夹。"},
		{"a drive that is not there", `Q:\填报.xlsx`, "找不到这个文件，请核对文件名和所在的文件夹。"},
		{"a name that Windows does not allow", `C:\填<报.xlsx`, "打不开：文件名里有系统不允许的字符，请改名。"},
		{"a pattern that means nothing", `C:\没有\*.xlsx`, "没有文件符合这个写法，请核对文件夹和文件名。"},
	}
	call := []string{"nianbao.exe", "check"}
	for _, c := range wrong {
		call = append(call, c.typed)
	}
	_, errs, _ = d.run("", "wine", call...)
	for _, c := range wrong {
		assert.Contains(d, errs, c.typed+"："+c.want, c.why)
	}
}

// doubleClick starts the program without arguments: the page is served, and shown in a browser.
func (d *computer) doubleClick() {
	shown := &typewriter{}
	command := d.command("wine", "explorer.exe", `C:\程序 一\nianbao.exe`)
	command.Stdout, command.Stderr = shown, shown
	typing, err := command.StdinPipe()
	require.NoError(d, err)
	defer typing.Close()
	require.NoError(d, command.Start())
	var address string
	require.Eventually(d, func() bool {
		data, err := os.ReadFile(d.opened)
		address = strings.TrimSpace(string(data))
		return err == nil && address != ""
	}, 20*time.Second, 20*time.Millisecond, "no browser was started")
	assert.Contains(d, shown.text(), "网页已经打开："+address+"\n")
	assert.Contains(d, shown.text(), "关掉这个窗口（或按 Ctrl+C），网页就停了。")
	assert.NotContains(d, shown.text(), "按回车键关闭窗口")

	jar, err := cookiejar.New(nil)
	require.NoError(d, err)
	answer, err := (&http.Client{Jar: jar, Timeout: 10 * time.Second}).Get(address)
	require.NoError(d, err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	require.NoError(d, err)
	assert.Equal(d, http.StatusOK, answer.StatusCode)
	assert.Contains(d, string(page), "年报")
	plain, _, _ := strings.Cut(address, "?")
	refused, err := http.Get(plain)
	require.NoError(d, err)
	refused.Body.Close()
	assert.Equal(d, http.StatusForbidden, refused.StatusCode)
}
