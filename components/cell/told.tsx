/** Said where another tab has changed the same cell. */
export function OtherText({
  onShow,
  onForget,
}: {
  readonly onShow: () => void
  readonly onForget: () => void
}) {
  return (
    <div class="cell-banner" data-other-draft>
      <p>This cell was changed in another tab as well. Both texts are kept.</p>
      <span class="cell-buttons">
        <button class="button quiet" type="button" onClick={onShow}>
          Show the other text
        </button>
        <button class="button quiet" type="button" onClick={onForget}>
          Forget it
        </button>
      </span>
    </div>
  )
}

/** Asked where no sandbox began. */
export function FallBack({ onAgree }: { readonly onAgree: () => void }) {
  return (
    <p class="cell-notice">
      This browser started no sandbox. The cell can run in a worker of the page instead, which is less apart:
      its network and storage are closed by our own code alone.{' '}
      <button class="button" type="button" onClick={onAgree}>
        Run it in the page
      </button>
    </p>
  )
}
