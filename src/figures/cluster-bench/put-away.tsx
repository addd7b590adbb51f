import { Component, type ComponentChildren } from 'preact'

interface Props {
  readonly isAway: boolean
  readonly children: ComponentChildren
}

/** Keeps what was typed in a tool that is put away, and doesn't draw it again before it's taken up. */
export class PutAway extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return !(this.props.isAway && next.isAway)
  }

  override render({ isAway, children }: Props) {
    return <div hidden={isAway}>{children}</div>
  }
}
