/**
 * Scripts for the browser's side, where none of our types hold.
 *
 * A reader may follow any link, so that links to other sites are let be; what is not a link to a
 * site is followed. Methods come from the prototypes, as a form may have put others before them.
 */
export const PROVOKE = `
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href], area[href]');
    if (/^(?:https?|mailto):$/.test(link?.protocol)) event.preventDefault();
  }, true);
  for (const element of Document.prototype.querySelectorAll.call(document, '*')) {
    element.focus?.();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    for (const type of [
      'load', 'error', 'begin', 'focus', 'focusin', 'blur', 'mouseover', 'mouseenter', 'mousemove',
      'pointerover', 'pointerdown', 'mousedown', 'dblclick', 'contextmenu', 'keydown', 'input',
      'change', 'submit', 'toggle', 'beforetoggle', 'scroll', 'wheel', 'copy', 'paste', 'drag',
      'drop', 'animationstart', 'animationend', 'transitionend', 'loadstart', 'play', 'start',
      'finish', 'bounce', 'resize', 'message', 'hashchange', 'pageshow',
    ]) {
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
  }
  undefined;
`;

/** What was begun comes to its end: failing images, addresses that are scripts, timers. */
export const SETTLE = 'new Promise((resolve) => setTimeout(resolve, 300))';
