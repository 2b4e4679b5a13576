// Times pages in one file, in turn: how many milliseconds until each can be used, until the verdict on a workbook at once, and, when all that is
// used is compiled, until a verdict and until a PDF. Prints a line for each page, with the medians:
// node times.mjs chromium|firefox PROGRAM TURNS WORKBOOK nianbao.html…
import fs from "node:fs"
import {open, ready} from "./browser.mjs"

const [kind, program, turns, workbook, ...files] = process.argv.slice(2)
const data = fs.readFileSync(workbook).toString("base64")
const times = files.map(() => ({ready: [], first: [], verdict: [], pdf: []}))

for (let turn = 0; turn < turns; turn++) {
  for (const [i, file] of files.entries()) {
    const browser = await open(kind, program)
    try {
      const page = await browser.newPage()
      times[i].ready.push(await ready(page, "file://" + fs.realpathSync(file)))
      const asked = await page.evaluate(async data => {
        const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0)), times = {}
        const time = async (name, request) => {
          const start = performance.now()
          await new Response((await nianbao.send(request)).body).arrayBuffer()
          times[name] = performance.now() - start
        }
        await time("first", {method: "POST", url: "/files?name=a.xlsx", body: bytes})
        for (let end = Date.now() + 30_000; nianbao.rehearsed < 5 && Date.now() < end;) await new Promise(resolve => setTimeout(resolve, 50))
        for (const name of ["", "", "verdict"]) await time(name, {method: "POST", url: "/files?name=a.xlsx", body: bytes})
        for (const name of ["", "", "pdf"]) await time(name, {url: "/report/1/files/pdf"})
        return times
      }, data)
      for (const name of ["first", "verdict", "pdf"]) times[i][name].push(asked[name])
    } finally {
      await browser.close()
    }
  }
}

const median = list => Math.round(list.sort((a, b) => a - b)[list.length >> 1])
for (const [i, file] of files.entries()) {
  console.log(file + ": " + Object.entries(times[i]).map(([name, list]) => `${name} ${median(list)} ms`).join(", "))
}
