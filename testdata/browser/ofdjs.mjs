// Has ofd.js show OFDs as web pages do: node ofdjs.mjs CHROMIUM FILE.html…, where each page holds an OFD (window.file) and its fonts.
// Every page of it becomes a picture in FILE.html.pages, 15 pixels to the millimetre.
import fs from "node:fs"
import {open} from "./browser.mjs"

const [program, ...pages] = process.argv.slice(2)
const lib = new URL("node_modules/ofd.js/lib/ofd.umd.min.js", import.meta.url).pathname
const browser = await open("chromium", program)
for (const name of pages) {
  const page = await browser.newPage()
  await page.setViewport({width: 1050, height: 1485, deviceScaleFactor: 3}) // it draws five pixels to the millimetre at the most
  await page.goto("file://" + name)
  await page.addScriptTag({path: lib})
  const count = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map(font => font.load()))
    const read = await new Promise((success, fail) => window.ofd.parseOfdDocument({ofd: window.file, success, fail}))
    const drawn = window.ofd.renderOfd(1060, read[0])
    for (const one of drawn) {
      one.style.margin = 0
      document.body.append(one)
    }
    return drawn.length
  })
  fs.mkdirSync(name + ".pages", {recursive: true})
  for (let i = 0; i < count; i++) {
    await page.evaluate(i => [...document.body.children].forEach((one, j) => { one.style.display = i === j ? "" : "none" }), i)
    await page.screenshot({path: `${name}.pages/${i}.png`, clip: {x: 0, y: 0, width: 1050, height: 1485}})
  }
  await page.close()
}
await browser.close()
