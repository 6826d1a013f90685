package dev.civicwire.index.web;

/// A page that only says something.
record MessageView(String title, String text) {}
