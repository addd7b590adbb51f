import { useEffect, useRef, useState } from 'preact/hooks'

/** Reads a code: through the camera, or as pasted text. */
export function Scanner({ hear }: { hear(text: string): void }) {
  const [text, setText] = useState('')
  const [isScanning, setScanning] = useState(false)
  const [trouble, setTrouble] = useState('')
  const read = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') {
      setTrouble('Paste the other device’s text first.')
      return
    }
    setTrouble('')
    hear(text)
    setText('')
  }
  return (
    <form class="sync-read" onSubmit={read}>
      <h2>Read the other device’s code</h2>
      {isScanning ? (
        <Camera
          found={(code) => {
            setScanning(false)
            hear(code)
          }}
          failed={() => {
            setScanning(false)
            setTrouble('The camera can’t be used here. Copy the text over instead, by mail or chat.')
          }}
        />
      ) : (
        <button class="button" type="button" onClick={() => setScanning(true)}>
          Scan with the camera
        </button>
      )}
      <label class="field">
        Or paste its text
        <textarea
          rows={4}
          spellcheck={false}
          data-sync-paste
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button class="button" type="submit">
        Read the text
      </button>{' '}
      <span class="error" role="alert">
        {trouble}
      </span>
    </form>
  )
}

/** The camera's picture, read until a code is in it. The pictures stay in the page. */
function Camera({ found, failed }: { found(code: string): void; failed(): void }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    let isOver = false
    let stream: MediaStream | undefined
    const canvas = document.createElement('canvas')
    const look = async (decode: (image: ImageData) => string) => {
      const view = video.current
      if (isOver || view === null) return
      if (view.videoWidth > 0) {
        canvas.width = view.videoWidth
        canvas.height = view.videoHeight
        const brush = canvas.getContext('2d', { willReadFrequently: true })
        brush?.drawImage(view, 0, 0)
        const image = brush?.getImageData(0, 0, canvas.width, canvas.height)
        try {
          if (image) return found(decode(image))
        } catch {
          // No code in this picture: the next one is looked at.
        }
      }
      setTimeout(() => void look(decode), 150)
    }
    void (async () => {
      try {
        const { default: decode } = await import('qr/decode.js')
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (isOver || video.current === null) return stream.getTracks().forEach((track) => track.stop())
        video.current.srcObject = stream
        await video.current.play()
        await look((image) => decode(image))
      } catch {
        if (!isOver) failed()
      }
    })()
    return () => {
      isOver = true
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [])
  return <video ref={video} class="sync-video" muted playsInline aria-label="The camera’s picture" />
}
