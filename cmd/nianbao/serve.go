package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"

	"nianbao/internal/build"
	"nianbao/internal/web"
	"nianbao/internal/web/loopback"
)

type serveOptions struct {
	address   string
	noBrowser bool
}

// idleTime is how long the page is served while no tab speaks: browsers put tabs to sleep, and what is in hand goes with the server.
const idleTime = 30 * time.Minute

func newServe(c *console) *cobra.Command {
	o := serveOptions{}
	cmd := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"网页"},
		Short:   "在浏览器里用：填报、校验、生成都在一页上",
		Long: "打开一个只有这台电脑能用的网页，不用敲命令：生成填报表、校验、直接改、预览、下载、复制到网站、取回送审的修改、审核汇总。\n" +
			"不联网，内容只在内存里：网页关了再打开还在，程序结束就没有了；关掉网页半小时，程序自己结束。",
		Example: "  nianbao 网页\n  nianbao 网页 --no-browser",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("“网页”后面不写文件，打开以后把“%s”拖到网页上", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return runServe(c, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.address, "address", "", "别的`地址`，如 192.168.1.5:8080：局域网里知道密码的也能用（不写就只有这台电脑能用）")
	f.BoolVar(&o.noBrowser, "no-browser", false, "不打开浏览器，只说出网址")
	return cmd
}

func runServe(c *console, o serveOptions) error {
	server, err := listen(o.address)
	if err != nil {
		return err
	}
	defer server.Close()
	page, err := web.New(web.Options{Now: time.Now, Build: build.This().Named(), Stays: true, PDFs: c.pdfs})
	if err != nil {
		return err
	}
	spareMore(2 * web.MostInHand) // and what is being read
	server.Tell = func(fault error) { c.err.say("%s。\n", fault.Error()) }
	c.out.say("网页已经打开：%s\n", server.Address())
	if server.Password() != "" {
		c.out.say("别的电脑在浏览器里打开 http://%s ，密码是 %s 。用完请关掉这个程序。\n", server.Place().String(), server.Password())
	}
	c.err.say("网址只给自己用，不要发给别人。关掉这个窗口（或按 Ctrl+C），网页就停了。\n")
	if !o.noBrowser {
		if err := browse(server.Address()); err != nil {
			c.err.say("浏览器没有打开，请把上面的网址复制到浏览器里。\n")
		}
	}
	return serve(c, server, page, idleTime)
}

// serve serves the page until nobody has it open for some time. Then the window may go, too: it would else stand there for ever.
func serve(c *console, server *loopback.Server, page http.Handler, idle time.Duration) error {
	err := server.Serve(context.Background(), page, idle)
	if errors.Is(err, loopback.ErrIdle) {
		c.err.say("%s。\n", err.Error())
		c.unheeded = true
		return nil
	}
	return err
}

func listen(address string) (*loopback.Server, error) {
	if address == "" {
		return loopback.Listen()
	}
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return nil, fmt.Errorf("--address 后面请写地址和端口，如 192.168.1.5:8080，不能写“%s”", address)
	}
	return loopback.ListenAt(at)
}
