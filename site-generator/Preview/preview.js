// Reloads the page when a save changes what it shows. A page that is not looked at holds no connection, and catches up when it is.
const state = document.currentScript.dataset.state;
let changes;
const listen = () => {
  changes?.close();
  changes = document.hidden ? undefined : new EventSource("/preview/changed");
  changes?.addEventListener("message", event => event.data !== state && location.reload());
};
document.addEventListener("visibilitychange", listen);
addEventListener("pageshow", listen);
