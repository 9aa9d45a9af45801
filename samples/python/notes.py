"""A small web application in one file: keeps notes for as long as it runs."""

import os
import sys
from http import HTTPStatus

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1").split(","),
        DEBUG=os.environ.get("DEBUG") == "1",
        ROOT_URLCONF=__name__,
        SECRET_KEY=os.environ.get("SECRET_KEY") or os.urandom(32).hex(),
    )

notes: list[str] = []


@csrf_exempt
@require_http_methods(["GET", "POST"])
def list_or_add(request: HttpRequest) -> HttpResponse:
    """Lists the notes, or adds the text of the request to them."""
    if request.method == "GET":
        return JsonResponse({"notes": notes})
    text = request.body.decode(errors="replace").strip()
    if not text:
        return JsonResponse({"error": "a note has text"}, status=HTTPStatus.BAD_REQUEST)
    notes.append(text)
    return JsonResponse({"note": text}, status=HTTPStatus.CREATED)


urlpatterns = [path("notes", list_or_add)]

application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
