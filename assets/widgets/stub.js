// What each widget in a notebook loads: it finds its module in a hidden model that the kernel
// sends once, and hands over. The web edition imports the module itself and needs no stub.
const found = (globalThis.worksiteSources ??= new Map());

async function load(manager, id) {
  const held = await manager.get_model(id);
  document.head.append(Object.assign(document.createElement("style"), { textContent: held.get("styles") }));
  const address = URL.createObjectURL(new Blob([held.get("code")], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function render(context) {
  const { model } = context;
  const id = model.get("source_id");
  if (!found.has(id)) found.set(id, load(model.widget_manager, id));
  try {
    return (await found.get(id)).default.render(context);
  } catch (error) {
    found.delete(id);
    throw error;
  }
}

export default { render };
