package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// version is what a release is called.
type version struct {
	number string // without v
	commit string // "" where nothing is known of the repository
	date   string // of the commit, in UTC: 2006-01-02T15:04:05Z, or ""
}

// wellFormed is a version that may stand in the name of a file and of a package, and in a call of the linker.
var wellFormed = regexp.MustCompile(`^[0-9]+(\.[0-9]+)*([-+~.][0-9A-Za-z]+)*$`)

// versionOf takes the version that was given, else that of git: of the tag on the commit, or, between releases, as Go words it.
func (s source) versionOf(given string) (version, error) {
	var v version
	last, err := s.run([]string{"TZ=UTC"}, "git", "log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%H %cd")
	if err == nil {
		v.commit, v.date, _ = strings.Cut(last, " ")
	}
	if given = strings.TrimPrefix(given, "v"); given != "" {
		v.number = given
	} else if err != nil {
		return version{}, fmt.Errorf("git tells no version; give one with --version: %w", err)
	} else if v.number, err = s.numberOf(v); err != nil {
		return version{}, err
	}
	if !wellFormed.MatchString(v.number) {
		return version{}, fmt.Errorf("the version %q is none; write it like 1.2.0", v.number)
	}
	return v, nil
}

func (s source) numberOf(v version) (string, error) {
	changes, err := s.run(nil, "git", "status", "--porcelain")
	if err != nil {
		return "", err
	}
	described, err := s.run(nil, "git", "describe", "--tags", "--long", "--match", "v[0-9]*")
	if err != nil { // no release so far
		described = ""
	}
	return numbered(described, v.commit, v.date, changes != "")
}

// numbered words the version of a commit as Go does: what git describes it by (v1.2.0-4-gfe8ce94, or "" before the first release), the
// commit, its date, and whether there are changes beyond it.
func numbered(described, commit, date string, changed bool) (string, error) {
	at, err := time.Parse(time.RFC3339, date)
	if err != nil {
		return "", err
	}
	number := "0.0.0-" // and behind it what makes a pseudo-version
	if described != "" {
		parts := regexp.MustCompile(`^v(.*)-([0-9]+)-g[0-9a-f]+$`).FindStringSubmatch(described)
		if parts == nil {
			return "", fmt.Errorf("git describes the commit as %q", described)
		}
		number = parts[1]
		if parts[2] != "0" {
			number = following(number)
		}
	}
	if described == "" || strings.HasSuffix(number, ".") || strings.HasSuffix(number, "-0.") {
		number += at.UTC().Format("20060102150405") + "-" + commit[:min(12, len(commit))]
	}
	if changed {
		number += "+dirty"
	}
	return number, nil
}

// following is the beginning of versions between a release and the next: 1.2.1-0. behind 1.2.0, 1.3.0-rc1.0. behind 1.3.0-rc1.
func following(release string) string {
	main, _, early := strings.Cut(release, "-")
	at := strings.LastIndexByte(main, '.')
	patch, err := strconv.Atoi(main[at+1:])
	if early || err != nil {
		return release + ".0."
	}
	return main[:at+1] + strconv.Itoa(patch+1) + "-0."
}

// linked is what the linker tells the program: see internal/build.
func (v version) linked() string {
	if v.number == "" {
		return ""
	}
	const to = " -X nianbao/internal/build."
	day, _, _ := strings.Cut(v.date, "T")
	return to + "linkedVersion=" + v.number + to + "linkedCommit=" + v.commit + to + "linkedDate=" + day
}

// time is the time of all files in archives: the commit's, or the first that every archive can hold.
func (v version) time() time.Time {
	if at, err := time.Parse(time.RFC3339, v.date); err == nil {
		return at
	}
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
}
