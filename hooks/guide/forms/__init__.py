"""Issue forms: asked in a browser, made from the models, and turned into rows that can be pasted."""

from .catalog import FORMS
from .filling import Sent
from .form import Ask, Form
from .replying import Reply, reply
from .writing import form_files

__all__ = ["FORMS", "Ask", "Form", "Reply", "Sent", "form_files", "reply"]
