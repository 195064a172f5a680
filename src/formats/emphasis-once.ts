import { defaultHandlers, type Handle } from 'hast-util-to-mdast';

/**
 * Handlers for one document that emphasise what is emphasised already no further. Nobody sees the
 * difference, and choosing markers that a reader can pair takes a writer of Markdown cubic time in
 * how deep they nest.
 */
export function emphasisOnce(): Record<'em' | 'strong', Handle> {
  return { em: once(defaultHandlers.em), strong: once(defaultHandlers.strong) };
}

function once(handle: Handle): Handle {
  let isWithin = false;
  return (state, node, parent) => {
    if (isWithin) return state.all(node);
    isWithin = true;
    const emphasised = handle(state, node, parent);
    isWithin = false;
    return emphasised;
  };
}
