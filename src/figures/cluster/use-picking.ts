import type { ComponentType } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Asked, FigureMenuProps, LoadMenu } from './figure-menu.ts'
import { pressedAt, type Pressed } from './pressed.ts'

/** What the reader has pressed: a message is opened, and the menu for it is fetched by the first press. */
export function usePicking(load: LoadMenu | undefined) {
  const [picked, setPicked] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const [loaded, setLoaded] = useState<{ readonly View: ComponentType<FigureMenuProps> }>()
  const pressed = useRef<Pressed>({ x: 0, y: 0, opener: undefined })
  const ask = (kind: Asked['kind'], id: string) => {
    if (load === undefined) return
    setAsked({ kind, id, pressed: pressed.current })
    // Offline, say: a message is open all the same.
    if (loaded === undefined)
      void load().then(
        (View) => setLoaded({ View }),
        () => setAsked(undefined),
      )
  }
  return {
    picked,
    setPicked,
    onClickCapture: (event: MouseEvent) => void (pressed.current = pressedAt(event)),
    onPickNode: load === undefined ? undefined : (id: string) => ask('node', id),
    onPickMessage(key: string | undefined) {
      const isOpening = key !== undefined && key !== picked
      setPicked(isOpening ? key : undefined)
      if (isOpening) ask('message', key)
    },
    menu: loaded && { ...loaded, asked, close: () => setAsked(undefined) },
  }
}
