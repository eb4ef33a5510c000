"""A voice for Orca that writes down what is to be said, one JSON value a line, to file descriptor 3.

Speech Dispatcher won't do: without a sound card it stops answering after a few sentences, and Orca with it.
"""
import json
import os

from gi.repository import GLib
from orca import chnames, speechserver

_out = os.fdopen(3, "w", buffering=1, encoding="utf-8")


def _note(kind, text=""):
    _out.write(json.dumps({"kind": kind, "text": text}) + "\n")


class SpeechServer(speechserver.SpeechServer):
    _only = None

    @staticmethod
    def getFactoryName():
        return "paper"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer._only = SpeechServer._only or SpeechServer()
        return SpeechServer._only

    def __init__(self):
        super().__init__()
        self._reading = 0

    def getInfo(self):
        return ["paper", "paper"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            _note("say", text)

    def speakCharacter(self, character, acss=None):
        _note("say", chnames.getCharacterName(character))

    def speakKeyEvent(self, event, acss=None):
        _note("key", event.getKeyName())

    def sayAll(self, utteranceIterator, progressCallback):
        self._reading += 1
        GLib.idle_add(self._read_on, self._reading, utteranceIterator, progressCallback)

    def _read_on(self, reading, utterances, progress):
        # One utterance a turn of the main loop, so that a key in between stops the reading as it does with a voice.
        context, _ = next(utterances, (None, None)) if reading == self._reading else (None, None)
        if context is None:
            _note("end")
        else:
            _note("say", context.utterance)
            context.currentOffset = context.endOffset
            GLib.idle_add(progress, context.copy(), speechserver.SayAllContext.COMPLETED)
            GLib.idle_add(self._read_on, reading, utterances, progress)
        return False

    def stop(self):
        self._reading += 1
        _note("stop")
