"""Run with `python -m unittest`."""

import unittest

from django.test import Client

import notes


class NotesTest(unittest.TestCase):
    def setUp(self) -> None:
        notes.notes.clear()
        self.client = Client(HTTP_HOST="localhost")

    def test_a_note_is_kept(self) -> None:
        added = self.client.post("/notes", "buy milk", content_type="text/plain")
        self.assertEqual(added.status_code, 201)
        self.assertEqual(self.client.get("/notes").json(), {"notes": ["buy milk"]})

    def test_an_empty_note_is_refused(self) -> None:
        refused = self.client.post("/notes", " ", content_type="text/plain")
        self.assertEqual(refused.status_code, 400)
        self.assertEqual(notes.notes, [])


if __name__ == "__main__":
    unittest.main()
