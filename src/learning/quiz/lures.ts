/**
 * What is wrong with these, one of which is right and all others lures, each with its misconception; `what` is one of them:
 * "leaf", "target".
 */
export function lureProblems(
  what: string,
  all: readonly { readonly misconception?: string | undefined }[],
): string[] {
  const right = all.filter(({ misconception }) => misconception === undefined).length
  return right === 1
    ? []
    : [
        `expected exactly one ${what} without a misconception, received ${right}: every other ${what} is a lure and names its own`,
      ]
}
