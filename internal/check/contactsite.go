package check

import (
	"net/netip"
	"strings"

	"nianbao/internal/pattern"
)

// slipsInSites are ways to write an address wrong, and what is wrong with it. The first that is met is told.
var slipsInSites = []struct {
	met   *pattern.Pattern
	fault string
}{
	{pattern.New(`(?i)(?:^|[^a-z])(?:[a-z]:[\\＼]|file:)`), "是本机上的文件，公众打不开"},
	{pattern.New(`(?i)https?:/*https?:`), "“http:”写了两遍"},
	{pattern.New(`(?i)https?(?:[：;；＼\\]|/|:(?:[^/]|/[^/]|$))`), "“http://”写错了"},
	{pattern.New(`(?i)(?:^|[^a-z])(?:h?ttps?|htps?|htpps?|htttps?|hppts?|httpss):?//`), "“http://”写错了"},
	{pattern.New(`(?i)www[^a-z0-9.-]+[a-z0-9]|[a-z0-9][。．，,][a-z]`), "里面的“.”写成了别的标点"},
	{pattern.New(`(?i)(?:[a-z0-9]\. +|[a-z0-9] +\.)[a-z]`), "里面有空格"},
	{pattern.New(`(?i)(?:^|[^a-z0-9.-])(?:ww|wwww|www[a-z]+)(?:[.]|$)`), "“www.”写错了"},
}

var (
	rightScheme = pattern.New(`(?i)https?://`)
	siteHosts   = pattern.New(`(?i)(?:https?://|www\.|^)([a-z0-9\p{Han}](?:[a-z0-9\p{Han}.-]*[a-z0-9\p{Han}])?)`)
	siteAlone   = pattern.New(`(?i)^(?:https?://|www\.)[!-~]+$`, "://", ".")
	dotted      = pattern.New(`(?i)[a-z0-9\p{Han}]\.(?:[a-z]{2}|\p{Han}{2})`)
	siteNamed   = pattern.New(`网|站|平台|公众号|专栏|专题|客户端|微博|头条`)
	topLevel    = pattern.New(`(?i)^(?:[a-z]{2,}|xn--[a-z0-9]+|\p{Han}{2,})$`)
)

func isWholeSite(typed string) bool { return isUsualSite(typed) || siteAlone.MatchString(typed) }

// faultsOfWebsite looks at addresses; the name under which people know a website may stand instead of one, or before it.
func faultsOfWebsite(typed string) []string {
	if isNone(typed) {
		return nil
	}
	for _, slip := range slipsInSites {
		probe := typed
		if strings.HasPrefix(slip.fault, "“http://”") {
			probe = rightScheme.ReplaceAllString(typed, " ")
		}
		if slip.met.MatchString(probe) {
			return []string{slip.fault + "；" + wantedIn["unit.website"]}
		}
	}
	addressed := rightScheme.MatchString(typed) || strings.Contains(strings.ToLower(typed), "www.")
	switch {
	case !addressed && (dotted.MatchString(typed) || siteNamed.MatchString(typed)):
		return nil
	case !addressed:
		return []string{"不是网址；" + wantedIn["unit.website"]}
	}
	for _, m := range siteHosts.FindAllStringSubmatch(typed, -1) {
		if fault := faultOfHost(m[0], m[1]); fault != "" {
			return []string{fault + "；" + wantedIn["unit.website"]}
		}
	}
	return nil
}

// faultOfHost is what is wrong with the name of a computer, given with what stands before it.
func faultOfHost(whole, host string) string {
	if ip, err := netip.ParseAddr(host); err == nil || host == "localhost" {
		if host == "localhost" || ip.IsPrivate() || ip.IsLoopback() {
			return "是内网的地址，公众打不开"
		}
		return ""
	}
	if !rightScheme.MatchString(whole) && !strings.HasPrefix(strings.ToLower(whole), "www.") {
		return "" // what stands at the start need not be an address
	}
	parts := strings.Split(host, ".")
	least := 2
	if strings.EqualFold(parts[0], "www") {
		least = 3
	}
	if len(parts) < least || !topLevel.MatchString(parts[len(parts)-1]) {
		return "域名“" + host + "”不完整"
	}
	return ""
}
