"use strict";
(function () {
  var box = document.getElementById("words");
  var count = document.getElementById("count");
  var nobody = document.getElementById("nobody");
  var main = document.getElementById("people");
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  var people = Array.prototype.map.call(document.querySelectorAll("article"), function (article) {
    var lines = Array.prototype.map.call(article.querySelectorAll("li"), function (line) {
      return { line: line, text: plain(line.textContent) };
    });
    var about = article.querySelector(".about");
    var head = article.querySelector("h2").textContent + " " + (about ? about.textContent : "");
    return { article: article, head: plain(head), lines: lines };
  });
  function today() {
    var now = new Date();
    var two = function (number) { return (number < 10 ? "0" : "") + number; };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  function age() {
    var day = today();
    document.getElementById("stale").hidden = day <= document.body.dataset.goodThrough;
    people.forEach(function (person) {
      person.lines.forEach(function (each) {
        var over = !!each.line.dataset.ends && each.line.dataset.ends < day;
        each.line.classList.toggle("over", over);
        if (over && !each.told) {
          each.told = document.createElement("span");
          each.told.className = "note";
          each.told.textContent = "ended since";
          each.line.appendChild(each.told);
        }
      });
    });
  }
  function show() {
    var words = plain(box.value).split(/[\s,]+/).filter(Boolean);
    var shown = 0;
    people.forEach(function (person) {
      var left = words.filter(function (word) { return person.head.indexOf(word) < 0; });
      var found = person.lines.filter(function (each) {
        return left.length > 0 && left.every(function (word) { return each.text.indexOf(word) >= 0; });
      });
      person.lines.forEach(function (each) { each.line.classList.toggle("found", found.indexOf(each) >= 0); });
      person.article.hidden = left.length > 0 && found.length === 0;
      shown += person.article.hidden ? 0 : 1;
    });
    nobody.hidden = shown > 0;
    count.textContent = shown.toLocaleString("en-US") + (shown === 1 ? " person" : " people") +
      (words.length ? " of " + people.length.toLocaleString("en-US") : "");
  }
  document.getElementById("ask").addEventListener("submit", function (event) {
    event.preventDefault();
    main.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); box.select(); }
    if (event.key === "Escape" && box.value) { box.value = ""; show(); box.focus(); }
  });
  box.addEventListener("input", show);
  document.addEventListener("visibilitychange", age);
  setInterval(age, 600000);
  age();
  show();
})();
