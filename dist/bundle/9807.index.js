export const id = 9807;
export const ids = [9807];
export const modules = {

/***/ 9807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWebAddress: () => (/* binding */ isWebAddress),
/* harmony export */   printable: () => (/* binding */ printable),
/* harmony export */   visible: () => (/* binding */ visible)
/* harmony export */ });
/** Signs that turn the direction of what is around them: a text would not read as it is (Unicode, UAX 9). */
const BIDIRECTIONAL = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
// Built from text, as the signs themselves would turn this line.
const UNPRINTABLE = new RegExp(`[${BIDIRECTIONAL}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f]`, 'g');
/** Shows the signs in a text that steer and are not seen, as JavaScript writes them: `\u202e`; line ends and tabs stay. */
function visible(text) {
    return text.replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Returns a text as one line that shows what it holds: line ends as blanks, signs that steer as `visible` has them. */
function printable(text) {
    return visible(text.replace(LINE_ENDS, ' '));
}
/**
 * Whether a text is an http(s) address that leads where it seems to: no name or password before the host
 * (`https://github.com@evil.example.com`), printable ASCII alone, no sign that ends a link of Markdown or Slack.
 */
function isWebAddress(text) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(text) && /^[!-~]+$/.test(text) && hasPlainHost(text);
}
function hasPlainHost(address) {
    try {
        const { username, password } = new URL(address);
        const [authority = ''] = address.slice(address.indexOf('//') + 2).split(/[/?#]/);
        return username === '' && password === '' && !authority.includes('@');
    }
    catch {
        return false;
    }
}


/***/ })

};
