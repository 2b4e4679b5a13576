// Opens nianbao.html, built with faults in it (cmd/page/faults.go), and prints as JSON what it does:
// node nianbao.mjs chromium|firefox PROGRAM nianbao.html WORKBOOK
import fs from "node:fs"
import http from "node:http"
import {open, ready, requests} from "./browser.mjs"

const [kind, program, file, workbook] = process.argv.slice(2)
const seen = {}
const browser = await open(kind, program)

// A server that counts whoever comes, and gives out the page as a county's would that takes all its pages for UTF-8.
const comers = []
const server = http.createServer((request, response) => {
  comers.push(request.url)
  response.setHeader("Content-Type", "text/html; charset=utf-8")
  if (request.url === "/nianbao.html") fs.createReadStream(file).pipe(response)
  else response.end()
}).listen(0, "127.0.0.1")
await new Promise(resolve => server.on("listening", resolve))
const host = `127.0.0.1:${server.address().port}`

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  const complaints = []
  page.on("console", message => complaints.push(message.text()))
  page.on("pageerror", error => complaints.push(String(error)))
  await page.evaluateOnNewDocument(() => {
    window.refused = []
    document.addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective))
    window.evaluated = () => new Promise(resolve => setTimeout(() => { // apart from what drives the browser, which may evaluate
      try { resolve(new Function("return 'allowed'")()) } catch (error) { resolve(error.name) }
    }))
    // what is a request with its body read: status and text, or what went wrong and after how many milliseconds.
    window.asked = async request => {
      const start = performance.now()
      let status = 0
      try {
        const answer = await nianbao.send(request)
        status = answer.status
        const reader = answer.body.getReader()
        let text = ""
        for (let next; !(next = await reader.read()).done;) text += new TextDecoder().decode(next.value)
        return {Status: status, Text: text}
      } catch (error) {
        return {Status: status, Error: error.message, Restarted: error.restarted === true, After: Math.round(performance.now() - start)}
      }
    }
  })
  const log = await requests(kind, page)
  seen.Ready = Math.round(await ready(page, "file://" + file))
  seen.Shown = await page.evaluate(() => document.body.innerText)
  seen.Complaints = [...complaints]
  seen.Refused = await page.evaluate(() => [...refused])
  await page.waitForFunction(() => nianbao.rehearsed === 5, {timeout: 30_000}).catch(() => {}) // the rest shows how far it came
  seen.Rehearsed = await page.evaluate(() => nianbao.rehearsed)
  seen.Evaluated = await page.evaluate(() => evaluated())

  seen.Deep = await page.evaluate(() => asked({url: "/faults/recursion?levels=10000"}))

  seen.PDF = await page.evaluate(async data => {
    const taken = await nianbao.send({method: "POST", url: "/files?name=a.xlsx", body: Uint8Array.from(atob(data), c => c.charCodeAt(0))})
    await new Response(taken.body).text()
    const answer = await nianbao.send({url: "/report/1/files/pdf"})
    const pdf = new Uint8Array(await new Response(answer.body).arrayBuffer())
    return answer.status + " " + answer.headers.get("Content-Type") + " " + btoa(pdf.reduce((text, byte) => text + String.fromCharCode(byte), ""))
  }, fs.readFileSync(workbook).toString("base64"))

  seen.Bodies = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode("年报")
    const echoes = []
    for (const body of ["年报", bytes, bytes.buffer, new Blob([bytes]), new Uint8Array([0, ...bytes]).subarray(1), bytes, null]) {
      echoes.push((await asked({method: "POST", url: "/faults/echo", headers: {"X-Sent": "sent"}, body})).Text)
    }
    return echoes
  })

  seen.Pieces = await page.evaluate(async () => {
    const {body} = await nianbao.send({url: "/faults/pieces"}), reader = body.getReader()
    const pieces = [], start = performance.now()
    for (let next; !(next = await reader.read()).done;) {
      pieces.push({Text: new TextDecoder().decode(next.value), At: Math.round(performance.now() - start)})
    }
    return pieces
  })

  seen.Together = await page.evaluate(async () => {
    const order = []
    await Promise.all([1, 2, 3].map(async n => {
      await asked({method: "POST", url: "/faults/echo", body: String(n)})
      order.push(n)
    }))
    return order
  })

  seen.Unread = await page.evaluate(async () => {
    const {body} = await nianbao.send({url: "/faults/pieces"})
    await body.cancel()
    return asked({method: "POST", url: "/faults/echo", body: "on"})
  })

  seen.Faults = {}
  for (const fault of ["panic", "panic-late", "memory", "recursion", "endless", "exit", "address"]) {
    seen.Faults[fault] = await page.evaluate(async fault => {
      nianbao.patience = fault === "endless" ? 1 : 60
      const first = asked({url: fault === "address" ? "http://[" : "/faults/" + fault + "?levels=1000000000"})
      const behind = asked({method: "POST", url: "/faults/echo", body: "behind"})
      return {Met: await first, Behind: await behind, After: await asked({method: "POST", url: "/faults/echo", body: "after"})}
    }, fault)
  }
  seen.Asked = await page.evaluate(async () => {
    nianbao.patience = 60
    const first = asked({url: "/faults/endless"})
    await new Promise(resolve => setTimeout(resolve, 300))
    await nianbao.restart()
    return {Met: await first, After: await asked({method: "POST", url: "/faults/echo", body: "after"})}
  })

  seen.Log = [...log]

  // Whatever a script could try to send something with, in the page and in a worker of its own.
  await page.evaluate(async host => {
    const insert = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes))
    const http = "http://" + host
    const tries = [
      () => fetch(http + "/fetch"),
      () => { const x = new XMLHttpRequest(); x.open("POST", http + "/xhr"); x.send("x") },
      () => navigator.sendBeacon(http + "/beacon", "x"),
      () => new WebSocket("ws://" + host + "/socket"),
      () => new EventSource(http + "/events"),
      () => insert("img", {src: http + "/picture"}),
      () => insert("script", {src: http + "/script"}),
      () => insert("iframe", {src: http + "/frame"}),
      () => insert("link", {rel: "stylesheet", href: http + "/style"}),
      () => insert("link", {rel: "preload", as: "script", href: http + "/preload"}),
      () => insert("link", {rel: "prefetch", href: http + "/prefetch"}),
      () => insert("object", {data: http + "/object"}),
      () => insert("video", {src: http + "/video"}),
      () => new FontFace("x", `url(${http}/font)`).load(),
      () => { const f = document.createElement("form"); f.action = http + "/form"; f.method = "POST"; f.target = "_blank"; document.body.append(f); f.submit() },
      () => new Worker(http + "/worker"),
      () => new Worker(URL.createObjectURL(new Blob([`try { importScripts("${http}/import") } catch {}; fetch("${http}/fetch-in-worker").catch(() => {})`]))),
    ]
    for (const attempt of tries) {
      try { Promise.resolve(attempt()).catch(() => {}) } catch {}
    }
    await new Promise(resolve => setTimeout(resolve, 1500))
  }, host)
  seen.Sent = [...comers]
  await page.close()

  const served = await browser.newPage()
  seen.Served = Math.round(await ready(served, `http://${host}/nianbao.html`))
  seen.Comers = [...comers]
  await served.close()

  const old = await browser.newPage()
  await old.evaluateOnNewDocument(() => { delete window.DecompressionStream })
  await old.goto("file://" + file, {waitUntil: "domcontentloaded"})
  seen.Old = await old.evaluate(() => document.body.innerText)
} finally {
  await browser.close()
  server.close()
}
console.log(JSON.stringify(seen))
