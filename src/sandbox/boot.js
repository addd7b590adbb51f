// The one script of the sandboxed frame. It starts one worker for each run, passes on what the worker says, a counted
// number of times, and ends it. The page's policy admits this text by its hash (boot-hash.mjs).
const runs = new Map()

function say(run, message) {
  parent.postMessage({ run, message }, '*')
}

function end(run) {
  runs.get(run)?.terminate()
  runs.delete(run)
}

function begin(run, script, messages) {
  let left = messages
  let worker
  try {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    worker = new Worker(address)
  } catch (error) {
    say(run, { type: 'broken', text: String(error) })
    return
  }
  runs.set(run, worker)
  worker.onmessage = (event) => {
    if (left-- > 0) return say(run, event.data)
    end(run)
    say(run, { type: 'flooded' })
  }
  worker.onmessageerror = () => say(run, { type: 'unreadable' })
  worker.onerror = (event) => {
    event.preventDefault()
    end(run)
    say(run, { type: 'broken', text: event.message, line: event.lineno, column: event.colno })
  }
}

addEventListener('message', (event) => {
  if (event.source !== parent) return
  if (event.data.type === 'run') begin(event.data.run, event.data.script, event.data.messages)
  if (event.data.type === 'end') end(event.data.run)
})

say(0, { type: 'ready' })
