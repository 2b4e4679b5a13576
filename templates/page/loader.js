// nianbao.html without a server: the program runs in a worker, and what page.js asks goes to it. This script makes window.nianbao:
//
//   send({method, url, headers, body}) → Promise<{status, headers, body}>  as fetch gives them: headers a Headers, body a ReadableStream.
//       body in is an ArrayBuffer, a typed array, a Blob, a string, or null. One request at a time; the others wait. Where the program
//       ends, or is ended, what runs and what waits is rejected (or its body fails) with an Error in plain words whose `restarted` is
//       true: the new program has nothing in hand.
//   restart() ends the program, whatever it does, and starts it anew; → Promise, when it is ready.
//   patience is how many seconds a request may go without a sign of life before the program is ended.
//   memory is how many bytes the program had taken when it was heard of last; rehearsed, how many steps of its rehearsal went well.
//
// When the program is ready, the answer to GET / is handed to window.nianbaoShow(html), which page.js has, and <html> gets data-ready.
"use strict"

if (window.nianbaoMissing.length === 0) window.nianbao = (() => {
  const pause = 100 // milliseconds between the steps of a rehearsal
  const read = 60, compiled = 85, done = 100 // of the bar
  const sentences = {
    memory: "内存不够，这一步没有做完。请换小一些的文件再试",
    stack: "文件里的层次太深，这一步没有做完。请换别的文件再试",
    time: "太久没有结果，这一步已经停下。请换小一些的文件再试",
    fault: "程序出了错，这一步没有做完。请再试一次",
    asked: "这一步已经停下",
  }
  const cannot = "程序没有打开。请关掉别的网页和程序，再重新打开本页；还是不行，请换一个新一些的浏览器"
  const waiting = []
  let program, worker, module, running, ready, pieces = 0

  // A permission that only older browsers need to compile the program (cmd/release/page.go) is taken away in newer ones.
  if ("toSorted" in []) {
    const stricter = document.createElement("meta")
    stricter.httpEquiv = "Content-Security-Policy"
    stricter.content = document.querySelector("meta[http-equiv=Content-Security-Policy]").content.replace(" 'unsafe-eval'", "")
    document.head.append(stricter)
  }

  const show = value => {
    const bar = document.getElementById("opening-bar")
    if (bar) bar.value = value
  }

  // launch starts a worker with its first word; ready is kept when the program in it is.
  const launch = first => {
    const address = URL.createObjectURL(new Blob([program], {type: "text/javascript"}))
    const own = worker = new Worker(address)
    let started = false
    ready = new Promise((resolve, reject) => {
      const ended = cause => {
        if (started) return renew(cause)
        console.error("nianbao: " + cause)
        reject(new Error(cannot))
      }
      own.onmessage = ({data}) => {
        if (own !== worker) return
        if (data.memory) api.memory = data.memory
        switch (data.kind) {
        case "compiled":
          module = data.module
          return show(compiled)
        case "ready":
          started = true
          show(done)
          return resolve()
        case "ended":
          return ended(data.cause)
        }
        if (running) hear(data)
      }
      own.onerror = event => {
        event.preventDefault()
        if (own === worker) ended("fault")
      }
    }).finally(() => URL.revokeObjectURL(address))
    ready.catch(() => {}) // who sends is told
    own.postMessage(first)
  }

  const hear = ({kind, ...data}) => {
    running.idle = 0
    running[kind](data)
    if (kind !== "end" && kind !== "rehearsed") return
    running = null
    next()
  }

  // rehearse has the program go a clerk's way once, step by step and while nobody waits, so that the first workbook is as fast as the next.
  const rehearse = () => {
    if (running) return void setTimeout(rehearse, pause)
    running = {
      idle: 0,
      rehearsed({well, more}) {
        if (well) api.rehearsed++
        if (more) setTimeout(rehearse, pause)
      },
      fail() {},
    }
    worker.postMessage({kind: "rehearse"})
  }

  // answer is a request on its way, and what came of it so far.
  const answer = (request, resolve, reject) => {
    let body, unread = false
    return {
      request,
      idle: 0, // milliseconds since it was heard of
      head({status, headers}) {
        const stream = new ReadableStream({start(controller) { body = controller }, cancel() { unread = true }})
        resolve({status, headers: new Headers(headers), body: stream})
      },
      piece({bytes}) {
        if (!unread) body.enqueue(bytes)
      },
      end({failure}) {
        if (failure) this.fail(new Error(failure))
        else if (!unread) body.close()
      },
      fail(error) {
        reject(error) // of no effect once the head was there
        if (body && !unread) body.error(error)
      },
    }
  }

  const next = () => {
    if (running || waiting.length === 0) return
    running = waiting.shift()
    worker.postMessage({kind: "request", ...running.request})
  }

  // A computer that slept has not been waiting: no look at the clock counts for more than ten seconds.
  let looked = performance.now()
  setInterval(() => {
    const now = performance.now(), passed = Math.min(now - looked, 10_000)
    looked = now
    if (running && (running.idle += passed) > api.patience * 1000) renew("time")
  }, 250)

  // renew ends the program, tells those who wait for it why, and starts it anew.
  const renew = cause => {
    const error = Object.assign(new Error(sentences[cause]), {restarted: true})
    const stopped = waiting.splice(0)
    if (running) stopped.unshift(running)
    running = null
    worker.terminate()
    launch({kind: "start", module})
    document.dispatchEvent(new Event("nianbao-renewed")) // the new program has nothing in hand, whether anything was stopped or not
    for (const a of stopped) a.fail(error)
  }

  const bytesOf = async body => {
    if (body === null || body === undefined) return null
    if (typeof body === "string") return new TextEncoder().encode(body)
    if (body instanceof Blob) body = await body.arrayBuffer()
    return body instanceof ArrayBuffer ? new Uint8Array(body) : new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  }

  const send = async ({method = "GET", url, headers = {}, body = null}) => {
    const request = {method, url, headers: [...new Headers(headers)], body: await bytesOf(body)}
    await ready
    return new Promise((resolve, reject) => {
      waiting.push(answer(request, resolve, reject))
      next()
    })
  }

  const restart = () => {
    if (module) renew("asked")
    return ready
  }

  // nianbaoPiece stands behind each piece of the packed program, and hands it on as soon as the browser has read it.
  window.nianbaoPiece = () => {
    const piece = document.currentScript.previousElementSibling, of = Number(piece.dataset.of)
    pieces++
    show(read * pieces / of)
    worker.postMessage({kind: "packed", text: piece.textContent, bytes: Number(piece.dataset.bytes), last: pieces === of})
    piece.remove()
  }

  window.nianbaoOpen = () => {
    program = document.getElementById("program").textContent
    launch({kind: "open"})
    const whole = new Promise(resolve => document.addEventListener("DOMContentLoaded", resolve))
    Promise.all([whole, send({url: "/"})]).then(async ([, {body}]) => {
      window.nianbaoShow(await new Response(body).text())
      document.documentElement.dataset.ready = ""
      setTimeout(rehearse, pause)
    }).catch(error => {
      const opening = document.getElementById("opening")
      if (!opening) throw error
      opening.querySelector("p").textContent = error.message + "。"
      opening.querySelector("progress").remove()
    })
  }

  const api = {send, restart, patience: 120, memory: 0, rehearsed: 0}
  return api
})()
