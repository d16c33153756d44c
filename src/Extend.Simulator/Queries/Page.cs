using System.Text.Json;

namespace Extend.Simulator.Queries;

/// <summary>A page of a list, and what Extend tells about it.</summary>
internal sealed record Page<T>(T[] Items, long Number, int TotalItems, int Pages)
{
    public void WritePagination(Utf8JsonWriter json)
    {
        json.WriteStartObject("pagination"u8);
        json.WriteNumber("page"u8, Number);
        json.WriteNumber("pageItemCount"u8, Items.Length);
        json.WriteNumber("totalItems"u8, TotalItems);
        json.WriteNumber("numberOfPages"u8, Pages);
        json.WriteEndObject();
    }
}
