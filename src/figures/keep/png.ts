/** A picture's pixels, twice as many as the page's: sharp on a slide. */
const scale = 2
/** What every browser's canvas can hold. */
const mostPixels = 16_000_000

/** An SVG as a PNG. @throws Error where the browser draws no such picture */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const fit = Math.min(scale, Math.sqrt(mostPixels / (width * height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * fit)
    canvas.height = Math.round(height * fit)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
