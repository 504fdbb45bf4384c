// A page opened from a folder stands still: browsers load no modules there. Say how to start it.
if (location.protocol === "file:") document.getElementById("from-file").hidden = false;
